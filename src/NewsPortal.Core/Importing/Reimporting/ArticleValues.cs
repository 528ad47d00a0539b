using System.Globalization;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>What an article says in each of its fields at one moment, to be compared with what it says later.</summary>
internal sealed class ArticleValues
{
    private readonly List<(string Field, string? Value)> _values;
    private readonly string?[] _account;
    private readonly (string Html, string Text) _body;

    /// <summary>Takes them.</summary>
    /// <param name="article">The article with everything.</param>
    /// <param name="body">Its body.</param>
    /// <param name="zone">The site's zone, for the times.</param>
    public ArticleValues(Article article, ArticleBody body, TimeZoneInfo zone)
    {
        _values =
        [
            ("headline", article.Headline),
            ("kicker", article.Kicker),
            ("subheadline", article.Subheadline),
            ("summary", article.Summary),
            ("published", Time(article.PublishedUtc, zone, article.PublishedDateOnly)),
            ("revised", Time(article.RevisedUtc, zone)),
            ("embargo", Time(article.EmbargoUtc, zone)),
            ("source", article.Source?.Name),
            ("byline", article.Byline),
            ("authors", Join(article.Authors.OrderBy(a => a.Position).Select(a => a.Author.Name))),
            ("editor", article.Editor),
            ("dateline", article.Dateline),
            ("section", article.Section.Name),
            ("tags", Join(article.Tags.OrderBy(t => t.Position).Select(t => t.Tag.Name))),
            ("language", article.Language),
            ("siteName", article.OriginalSiteName),
            ("canonicalUrl", article.OriginalUrl),
            ("cover", article.LeadPicture?.Path),
            ("pictures", Join(article.Pictures.OrderBy(p => p.Position).Select(Shown))),
            ("pictureCredit", article.PictureCredit),
        ];
        _body = (body.Html, body.Text);
        _account = [body.LedgerJson, body.OriginsJson, body.WarningsJson, body.Listed, $"{article.HeadlineAutomatic}{article.SummaryAutomatic}{article.PublishedAutomatic}{article.CharacterCount}"];
    }

    /// <summary>The fields that say something else later, in a fixed order.</summary>
    /// <param name="later">The same article later.</param>
    public List<FieldChange> ChangesTo(ArticleValues later)
    {
        var changes = _values.Zip(later._values)
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new FieldChange(pair.First.Field, pair.First.Value, pair.Second.Value))
            .ToList();
        if (_body.Text != later._body.Text) changes.Add(new FieldChange("body", _body.Text, later._body.Text));
        else if (_body.Html != later._body.Html) changes.Add(new FieldChange("body", _body.Html, later._body.Html));

        // What changes the text is a revision itself, at the moment at which it is stored.
        if (changes.Count > 1) changes.RemoveAll(change => change.Field == "revised");
        return changes;
    }

    /// <summary>True where the account of the reading (ledger, origins, warnings) is another, of which the public sees nothing.</summary>
    /// <param name="later">The same article later.</param>
    public bool HasOtherAccount(ArticleValues later) => !_account.SequenceEqual(later._account);

    private static string? Time(DateTime? utc, TimeZoneInfo zone, bool dateOnly = false) => utc is not { } time ? null
        : TimeZoneInfo.ConvertTime(new DateTimeOffset(time, TimeSpan.Zero), zone).ToString(dateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFF zzz", CultureInfo.InvariantCulture);

    private static string? Join(IEnumerable<string> values) => string.Join("、", values) is { Length: > 0 } joined ? joined : null;

    private static string Shown(ArticlePicture picture) =>
        string.Join(' ', new[] { picture.OriginalSrc, picture.Picture?.Path ?? "(missing)", picture.AltText, picture.Caption, picture.Credit }.Where(part => !string.IsNullOrEmpty(part)));
}
