using CsCheck;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>Any sequence of acts on a few articles keeps what must always hold.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ArticleLifeTests(PrivatePostgres server)
{
    private const int Articles = 3;

    private static readonly ArticleAct[] Acts =
    [
        ArticleAct.Save, ArticleAct.Save, ArticleAct.Submit, ArticleAct.Reject, ArticleAct.Publish, ArticleAct.Publish, ArticleAct.Schedule, ArticleAct.HoldBack,
        ArticleAct.Embargo, ArticleAct.Correct, ArticleAct.Withdraw, ArticleAct.Restore, ArticleAct.Move, ArticleAct.RestoreRevision,
        ArticleAct.Import, // stands for the clock here: an hour passes, and what is due is published
    ];

    private static readonly Gen<(int Article, ArticleAct Act, int Choice)[]> Lives =
        Gen.Select(Gen.Int[0, Articles - 1], Gen.Int[0, Acts.Length - 1], Gen.Int[0, 9], (article, act, choice) => (article, Acts[act], choice)).Array[1, 40];

    [Theory]
    [StoreKinds]
    public async Task Any_life_keeps_ledger_content_and_revisions_in_step(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        await Lives.SampleAsync(async life => await LiveAsync(room, life), iter: kind == StoreKindsAttribute.Sqlite ? 20 : 10, threads: 1);
    }

    private static async Task LiveAsync(Newsroom room, (int Article, ArticleAct Act, int Choice)[] life)
    {
        var ids = new List<long>();
        for (var i = 0; i < Articles; i++)
        {
            // Each text has a word of its own, by which it is found again.
            var mark = Guid.NewGuid().ToString("N");
            ids.Add((await room.DraftAsync(Newsroom.AnEdit($"第{i}篇 {mark}", $"<p>{mark} 的第一段写在这里。</p>"))).Id);
        }

        var told = ids.ToDictionary(id => id, _ => new Told());
        foreach (var (place, act, choice) in life)
        {
            var id = ids[place];
            room.Clock.Pass(TimeSpan.FromSeconds(1));
            var (before, rows) = (await room.ReadAsync(id), (await room.LedgerAsync(id)).Count);
            var possible = act == ArticleAct.Import || ArticleActs.May(before.Status, act);
            try
            {
                await DoAsync(room, act, before, choice, told[id]);
                Assert.True(possible, $"{act} was done in {before.Status}");
            }
            catch (ArticleEditException refused)
            {
                // A state that allows the act may still lack what it needs: a revision, an embargo that is over.
                Assert.True(!possible || refused.Problem != EditProblem.NotPossible, refused.Message);
                continue;
            }

            if (act == ArticleAct.Import)
            {
                continue;
            }

            var after = await room.ReadAsync(id);
            var isPublicChange = (before.Status == ArticleStatus.Published || after.Status == ArticleStatus.Published)
                && (before.Status != after.Status || before.ContentHash != after.ContentHash || before.Path != after.Path || act == ArticleAct.Correct);
            Assert.Equal(isPublicChange ? rows + 1 : rows, (await room.LedgerAsync(id)).Count);
            Assert.Equal(after.RevisedUtc != before.RevisedUtc, act is ArticleAct.Save or ArticleAct.Correct or ArticleAct.RestoreRevision && isPublicChange);
        }

        await using var db = room.Test.Store.CreateContext();
        await CheckAsync(db, room, ids, told);
    }

    private static async Task CheckAsync(NewsDbContext db, Newsroom room, List<long> ids, Dictionary<long, Told> told)
    {
        var replayed = new Dictionary<long, string>();
        foreach (var change in await db.Changes.AsNoTracking().Where(c => c.ArticleId != null).OrderBy(c => c.Sequence).ToListAsync())
        {
            if (change.Kind is ChangeKind.Withdrawn or ChangeKind.Removed)
            {
                replayed.Remove(change.ArticleId!.Value);
            }
            else
            {
                replayed[change.ArticleId!.Value] = change.ContentHash!;
            }
        }

        Assert.Equal(replayed.OrderBy(r => r.Key), (await db.Articles.Visible().ToDictionaryAsync(a => a.Id, a => a.ContentHash)).OrderBy(r => r.Key));
        Assert.Null(await ChangeLedger.FirstFaultAsync(db));
        foreach (var id in ids)
        {
            var article = await room.ReadAsync(id);
            Assert.Equal(ContentHash.Of(article, article.Body!), article.ContentHash);
            Assert.Equal(article.Status == ArticleStatus.Published, (await ArticleSearch.RankAsync(db, article.Headline.Split(' ')[1], 5)).Contains(id));
            if (article.Status != ArticleStatus.Published)
            {
                Assert.False(await db.Related.AnyAsync(r => r.RelatedId == id || r.ArticleId == id) || await db.Set<SearchEntry>().AnyAsync(e => e.ArticleId == id));
            }

            var revisions = await room.RevisionsAsync(id);
            Assert.Equal(told[id].Said.Count, revisions.Count);
            for (var number = 1; number <= revisions.Count; number++)
            {
                Assert.True((await Revisions.ReadAsync(db, id, number))!.SaysTheSameAs(told[id].Said[number - 1]));
            }

            Assert.Equal(told[id].Acts, (await room.RecordAsync(id)).Count);
        }
    }

    private static async Task DoAsync(Newsroom room, ArticleAct act, Article article, int choice, Told told)
    {
        var (desk, id, version) = (room.Desk, article.Id, article.Version);
        var state = ArticleState.Of(article, article.Body!);
        var edit = Edited(ArticleEdit.Of(state), choice);
        SavedArticle saved;
        switch (act)
        {
            case ArticleAct.Import:
                room.Clock.Pass(TimeSpan.FromHours(1));
                await using (var db = room.Test.Store.CreateContext())
                {
                    await DueArticles.PublishAsync(db, room.Clock);
                }

                return;
            case ArticleAct.RestoreRevision:
                saved = await desk.RestoreRevisionAsync(id, version, Math.Max(1, told.Said.Count - choice));
                var now = await room.ReadAsync(id);
                var restored = ArticleState.Of(now, now.Body!);
                var wanted = told.Said[Math.Max(1, told.Said.Count - choice) - 1];
                Assert.True(restored.SaysTheSameAs(wanted with
                {
                    PublishedUtc = restored.PublishedUtc,
                    PublishedDateOnly = restored.PublishedDateOnly,
                    PublishedAutomatic = restored.PublishedAutomatic,
                    EmbargoUtc = restored.EmbargoUtc,
                }));
                break;
            default:
                saved = await (act switch
                {
                    ArticleAct.Save => desk.SaveAsync(id, version, edit),
                    ArticleAct.Correct => desk.CorrectAsync(id, version, edit, "更正一处"),
                    ArticleAct.Submit => desk.SubmitAsync(id, version),
                    ArticleAct.Reject => desk.RejectAsync(id, "请改"),
                    ArticleAct.Publish => desk.PublishAsync(id, version),
                    ArticleAct.Schedule => desk.ScheduleAsync(id, room.Now.AddMinutes(20 * (choice + 1))),
                    ArticleAct.HoldBack => desk.HoldBackAsync(id),
                    ArticleAct.Embargo => desk.EmbargoAsync(id, choice < 5 ? null : room.Now.AddMinutes(30)),
                    ArticleAct.Withdraw => desk.WithdrawAsync(id, "撤回"),
                    ArticleAct.Restore => desk.RestoreAsync(id),
                    ArticleAct.Move => desk.MoveAsync(id, $"a{id}-{choice}"),
                    _ => throw new InvalidOperationException(act.ToString()),
                });
                break;
        }

        var then = await room.ReadAsync(id);
        told.Note(saved, act, state, !state.SaysTheSameAs(ArticleState.Of(then, then.Body!)));
    }

    private static ArticleEdit Edited(ArticleEdit edit, int choice) => choice switch
    {
        0 => edit,
        1 => edit with { Kicker = edit.Kicker is null ? "城建" : null },
        2 => edit with { Body = edit.Body + "<p>又一段。</p>" },
        3 => edit with { Tags = [.. edit.Tags.Skip(1), $"标签{edit.Tags.Count}"] },
        4 => edit with { Source = edit.Source == "新华社" ? null : "新华社", Authors = ["王五", "李四"] },
        5 => edit with { Section = edit.Section == "城市" ? "文化" : "城市" },
        6 => edit with { Summary = edit.Summary is null ? "自己写的摘要" : null },
        7 => edit.AsMarkdown() with { Editor = edit.Editor is null ? "周六" : null },
        8 => edit with { Headline = edit.Headline + "续", Dateline = "海桥11月24日电" },
        _ => edit with { Body = "<h2>小标题</h2>" + edit.Body.Replace("<h2>小标题</h2>", string.Empty, StringComparison.Ordinal), Language = "en" },
    };

    /// <summary>What a test knows of an article beside the store.</summary>
    private sealed class Told
    {
        public List<ArticleState> Said { get; } = [];

        public int Acts { get; private set; } = 1;

        public void Note(SavedArticle saved, ArticleAct act, ArticleState before, bool changedWords)
        {
            if (saved.Changed)
            {
                Acts++;
            }

            if (saved.Changed && changedWords && act is ArticleAct.Save or ArticleAct.Correct or ArticleAct.RestoreRevision)
            {
                Said.Add(before);
            }
        }
    }
}
