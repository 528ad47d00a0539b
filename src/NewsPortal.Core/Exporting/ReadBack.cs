using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Exporting;

/// <summary>Reads an exported file as an import would, and says whether the same article comes out of it.</summary>
internal static class ReadBack
{
    /// <summary>The first field that differs; null where none does.</summary>
    /// <param name="article">The article as stored.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="path">Its path below the exported folder.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="extension">Its type.</param>
    public static string? Difference(Article article, byte[] bytes, string path, TimeZoneInfo zone, string extension = ".md")
    {
        var read = ArticleExtractor.Extract(new SourceFile(path, path, bytes, extension, null), new ExtractionOptions(zone));
        if (read.Article is not { } made)
        {
            return $"file ({read.Error})";
        }

        var summary = AutomaticSummary.Stated(made);
        (string Name, object? Stored, object? Made)[] fields =
        [
            ("id", article.ExternalId, made.ExternalId),
            ("headline", article.Headline, made.Headline),
            ("kicker", article.Kicker, made.Kicker),
            ("subheadline", article.Subheadline, made.Subheadline),
            ("summary", (article.Summary, article.SummaryAutomatic), (summary ?? AutomaticSummary.Of(made), summary is null || made.SummaryAutomatic)),
            ("date", ((DateTime?)article.PublishedUtc, (bool?)article.PublishedDateOnly, article.PublishedAutomatic), (made.Published?.At.UtcDateTime, made.Published?.DateOnly, made.PublishedAutomatic)),
            ("revised", article.RevisedUtc, made.Revised?.At.UtcDateTime),
            ("embargo", article.EmbargoUtc, made.Embargo?.At.UtcDateTime),
            ("section", article.Section.Name, made.Section),
            ("source", article.Source?.Name, made.Source),
            ("byline", article.Byline, made.Byline),
            ("writers", Joined(article.Authors.OrderBy(a => a.Position).Select(a => a.Author.Name)), Joined(made.Authors)),
            ("editor", article.Editor, made.Editor),
            ("dateline", article.Dateline, made.Dateline),
            ("tags", Joined(article.Tags.OrderBy(t => t.Position).Select(t => t.Tag.Name)), Joined(made.Tags)),
            ("language", article.Language, made.Language),
            ("site", article.OriginalSiteName, made.SiteName),
            ("canonical", article.OriginalUrl, made.CanonicalUrl),
            ("picture-credit", article.PictureCredit, made.PictureCredit),
            ("pictures", Joined(article.Pictures.OrderBy(p => p.Position).SelectMany(p => new[] { p.AltText, p.Caption, p.Credit })), Joined(made.Pictures.SelectMany(p => new[] { p.Alt, p.Caption, p.Credit }))),
            ("live", Live(article), Live(made)),
            ("body", article.Body!.Html, made.Body.Value),

            // Labels that stand for a film or frame are no text where they are made, and text where they are found.
            ("text", article.Body.Text, made.Text == BodyRenderer.FromHtml(article.Body.Html).Text ? article.Body.Text : made.Text),
        ];
        foreach (var (name, stored, again) in fields)
        {
            if (!Equals(stored, again))
            {
                return name;
            }
        }

        return null;
    }

    private static string Live(Article article) => article.LiveFromUtc is not { } from ? string.Empty : Joined(
    [
        $"{from:O}", $"{article.LiveEndedUtc:O}",
        .. article.LiveUpdates.OrderBy(u => u.AtUtc).ThenBy(u => u.Id).SelectMany(u => new[] { $"{u.AtUtc:O}", $"{u.ChangedUtc:O}", u.Headline, u.Html, u.Text, $"{u.IsKey}", u.Author }),
    ]);

    private static string Live(ExtractedArticle made) => made.LiveFrom is not { } from ? string.Empty : Joined(
    [
        $"{from.UtcDateTime:O}", $"{made.LiveEnded?.UtcDateTime:O}",
        .. made.LiveUpdates.Select(u => (Update: u, Words: LiveIntake.Words(u))).SelectMany(u => new[]
        {
            $"{u.Update.At.UtcDateTime:O}", $"{u.Update.Changed?.UtcDateTime:O}", u.Words?.Headline, u.Words?.Html, u.Words?.Text, $"{u.Words?.IsKey}", u.Update.Author ?? string.Empty,
        }),
    ]);

    private static string Joined(IEnumerable<string?> values) => string.Join('\n', values);
}
