using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Publishing.Words;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Does one thing to many articles, each as if somebody had opened it: its own rights, its own transaction, its own entry in the record.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="zone">The site's zone.</param>
/// <param name="staff">Who does it.</param>
/// <param name="say">The newsroom's words.</param>
internal sealed class BulkActs(NewsStore store, TimeProvider clock, TimeZoneInfo zone, CurrentStaff staff, Bilingual say)
{
    /// <summary>So many at once.</summary>
    public const int Most = 1000;

    // A browser, or a proxy before it, waits about a minute for an answer.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    private readonly ArticleDesk _desk = new(store, clock, zone, staff.Name);

    /// <summary>Does it.</summary>
    /// <param name="ids">The articles' numbers.</param>
    /// <param name="act">What is done.</param>
    /// <param name="word">The reason, or the tag.</param>
    /// <param name="to">The section that they move to.</param>
    /// <param name="cancellationToken">Gives up; what is done stays done.</param>
    public async Task<BulkResult> RunAsync(IReadOnlyList<long> ids, BulkAct act, string? word, Section? to, CancellationToken cancellationToken)
    {
        var (done, unchanged, failures, watch) = (0, 0, new List<BulkFailure>(), Stopwatch.StartNew());
        var words = act == BulkAct.Publish ? await WordsAsync(cancellationToken) : null;
        for (var i = 0; i < ids.Count; i++)
        {
            if (watch.Elapsed > Longest)
            {
                return new BulkResult(done, unchanged, ids.Count - i, failures);
            }

            await using var db = store.CreateContext();
            var article = await db.Articles.AsNoTracking().WithEverything().FirstOrDefaultAsync(a => a.Id == ids[i], cancellationToken);
            try
            {
                if (article is null)
                {
                    failures.Add(new BulkFailure(ids[i], ids[i].ToString(System.Globalization.CultureInfo.InvariantCulture), say["没有这篇稿件", "there is no such article"]));
                }
                else if (!MayDo(act, article, to))
                {
                    failures.Add(new BulkFailure(article.Id, article.Headline, say["稿件现在的状态或您的角色不允许", "its state or your role does not allow it"]));
                }
                else if (words?.Hits(article, article.Body!.Text) is { Count: > 0 } hits)
                {
                    failures.Add(new BulkFailure(article.Id, article.Headline, EditWords.OfWords(hits, say)));
                }
                else if ((await DoAsync(act, article, word, to, cancellationToken)).Changed)
                {
                    done++;
                }
                else
                {
                    unchanged++;
                }
            }
            catch (ArticleEditException refused)
            {
                failures.Add(new BulkFailure(ids[i], article!.Headline, EditWords.Of(refused, say)));
            }
            catch (EditConflictException)
            {
                failures.Add(new BulkFailure(ids[i], article!.Headline, say["别人刚刚改过，请再看一遍", "somebody changed it a moment ago; look again"]));
            }
        }

        return new BulkResult(done, unchanged, 0, failures);
    }

    private async Task<WordFinder> WordsAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        return await WordList.FinderAsync(db, cancellationToken);
    }

    private bool MayDo(BulkAct act, Article article, Section? to) => act switch
    {
        BulkAct.Publish => staff.May(ArticleAct.Publish, article),
        BulkAct.Withdraw => staff.May(ArticleAct.Withdraw, article),
        BulkAct.Move => to is not null && staff.May(ArticleAct.Save, article) && (staff.Member.Role >= StaffRole.ChiefEditor || staff.Member.Covers(to.Id)),
        _ => staff.May(ArticleAct.Save, article),
    };

    private Task<SavedArticle> DoAsync(BulkAct act, Article article, string? word, Section? to, CancellationToken cancellationToken)
    {
        switch (act)
        {
            case BulkAct.Publish:
                return _desk.PublishAsync(article.Id, article.Version, cancellationToken);
            case BulkAct.Withdraw:
                return _desk.WithdrawAsync(article.Id, word ?? string.Empty, article.Version, cancellationToken);
            case BulkAct.Move:
                return SaveAsync(article, edit => edit with { Section = to!.Name }, cancellationToken);
            default:
                var tag = word?.Trim() is { Length: > 0 } given ? given : throw new ArticleEditException("tags", EditProblem.Missing, "say which tag");
                return SaveAsync(article, edit => edit with { Tags = act == BulkAct.Tag ? [.. edit.Tags.Where(t => t != tag), tag] : [.. edit.Tags.Where(t => t != tag)] }, cancellationToken);
        }
    }

    private Task<SavedArticle> SaveAsync(Article article, Func<ArticleEdit, ArticleEdit> change, CancellationToken cancellationToken)
    {
        var stored = ArticleEdit.Of(article, article.Body!);
        var changed = change(stored);
        return changed.Section == stored.Section && changed.Tags.SequenceEqual(stored.Tags)
            ? Task.FromResult(new SavedArticle(article.Id, article.Version, article.Status, article.Path, false, []))
            : _desk.SaveAsync(article.Id, article.Version, changed, cancellationToken);
    }
}

/// <summary>What can be done to many articles at once.</summary>
public enum BulkAct
{
    /// <summary>Publish.</summary>
    Publish,

    /// <summary>Withdraw, with a reason.</summary>
    Withdraw,

    /// <summary>Move to a section.</summary>
    Move,

    /// <summary>Add a tag.</summary>
    Tag,

    /// <summary>Take a tag away.</summary>
    Untag,
}

/// <summary>What came of it.</summary>
/// <param name="Done">For how many it was done.</param>
/// <param name="Unchanged">How many were so already.</param>
/// <param name="Left">How many there was no time for.</param>
/// <param name="Failures">For which it could not be done.</param>
public sealed record BulkResult(int Done, int Unchanged, int Left, IReadOnlyList<BulkFailure> Failures);

/// <summary>An article for which it could not be done.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Why">Why.</param>
public sealed record BulkFailure(long Id, string Headline, string Why);
