using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>One act of the desk on one article, under the lock that every writer takes: what was there, what is there now.</summary>
internal sealed class DeskAct
{
    /// <summary>The rule under which a slug may follow the headline until the article is public.</summary>
    public const string FromHeadline = "made from the headline";

    private readonly TimeZoneInfo _zone;
    private readonly ArticleValues _values;
    private readonly ArticleState _state;
    private readonly ArticleStatus _status;
    private readonly string _path;
    private readonly DateTime? _ends;
    private readonly TermFrequencies _terms;

    public DeskAct(NewsDbContext db, Edition edition, Article article, string actor, TimeZoneInfo zone)
    {
        (Db, Edition, Article, Body, Actor, _zone) = (db, edition, article, article.Body!, actor, zone);
        _values = new ArticleValues(article, Body, zone);
        _state = ArticleState.Of(article, Body);
        (_status, _path, _ends) = (article.Status, article.Path, article.EndsUtc);
        _terms = TermFrequencies.Of(article.Headline, Body.Text);
        Writer = new EditWriter(db, article, Body, edition.NowUtc);
    }

    public NewsDbContext Db { get; }

    public Edition Edition { get; }

    public Article Article { get; }

    public ArticleBody Body { get; }

    public string Actor { get; }

    public EditWriter Writer { get; }

    public DateTime NowUtc => Edition.NowUtc;

    /// <summary>True where the article says nothing else than before.</summary>
    public bool IsUnchanged => Article.Status == _status && Article.Path == _path && Article.EndsUtc == _ends && _state.SaysTheSameAs(ArticleState.Of(Article, Body));

    /// <summary>Files changed words: a revision for readers where they see them and they are others, else only kept.</summary>
    public void FileContent()
    {
        if (Article.Status == ArticleStatus.Published && ContentHash.Of(Article, Body) != Article.ContentHash)
        {
            Edition.Revise(Article, Body, _terms);
            Body.MarkEdited("revised", Actor, NowUtc);
        }
        else
        {
            Edition.Keep(Article, Body);
        }
    }

    /// <summary>Files a correction with its notice.</summary>
    public void FileCorrection(string notice)
    {
        Edition.Correct(Article, Body, _terms, notice);
        Body.MarkEdited("revised", Actor, NowUtc);
    }

    /// <summary>Keeps what was there and puts the act on record; called before the edition is committed.</summary>
    public async Task RecordAsync(ArticleAct act, string? reason, CancellationToken cancellationToken)
    {
        var changes = _values.ChangesTo(new ArticleValues(Article, Body, _zone));
        changes.RemoveAll(change => change.Field == "revised");
        MarkEdited(changes);
        await FollowAsync(changes, cancellationToken);
        if (act is ArticleAct.Save or ArticleAct.Correct or ArticleAct.RestoreRevision)
        {
            Edition.Remember(Article, _state, act, reason);
        }

        // On record each picture is told by itself; where a field came from is noted for all of them.
        changes.RemoveAll(change => change.Field == "pictures");
        changes.AddRange(PictureChanges.Between(_state.Pictures, ArticleState.Of(Article, Body).Pictures));
        if (Article.Status != _status)
        {
            changes.Insert(0, new FieldChange("status", _status.ToString(), Article.Status.ToString()));
        }

        if (Article.Path != _path)
        {
            changes.Add(new FieldChange("slug", _path, Article.Path));
        }

        if (Article.EndsUtc != _ends)
        {
            changes.Add(Edition.EndChange(_ends, Article.EndsUtc));
        }

        Edition.Record(Article, act, reason, changes);
    }

    // From now on no file changes them. What follows from other fields by itself was edited by nobody.
    private void MarkEdited(List<FieldChange> changes)
    {
        foreach (var field in changes.Select(change => change.Field))
        {
            var byItself = field switch
            {
                "headline" when Article.HeadlineAutomatic => "first sentence",
                "summary" when Article.SummaryAutomatic => "first sentences of the text",
                "published" when Article.PublishedAutomatic => "moment of publication",
                "cover" when ArticleEdit.Of(Article, Body).Cover is null => "first picture of the body",
                _ => null,
            };
            if (byItself is null)
            {
                Body.MarkEdited(field, Actor, NowUtc);
            }
            else
            {
                Body.Note(field, FieldOrigin.By(byItself));
            }
        }

        if (!Article.PublishedAutomatic && _state.PublishedAutomatic && !changes.Exists(change => change.Field == "published"))
        {
            // The very moment that we had taken ourselves is now stated.
            Body.MarkEdited("published", Actor, NowUtc);
        }
    }

    // Until readers know an address, it follows the headline that it was made from and the day of publication.
    private async Task FollowAsync(List<FieldChange> changes, CancellationToken cancellationToken)
    {
        if (!_status.IsBeforePublication())
        {
            return;
        }

        var follows = changes.Exists(change => change.Field == "headline") && Body.Origins["slug"]?.Rule == FromHeadline;
        if (follows || ArticleAddress.Day(Reading.SiteZone.DayOf(_zone, Article.PublishedUtc)) != Article.Day)
        {
            await AddressBook.GiveAsync(Db, Article, follows ? null : Article.Slug, _zone, cancellationToken);
        }
    }
}
