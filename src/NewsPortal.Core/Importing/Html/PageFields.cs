using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Html;

/// <summary>
/// Time, source, writers and the rest. On Chinese pages what is shown beside the headline outranks the head's metadata,
/// which there often holds the time of an edit or a staff number; on other pages it is the other way round.
/// </summary>
internal static class PageFields
{
    public static void Read(HtmlPage page, IReadOnlyList<PageBlock> kept)
    {
        var isChinese = HanText.HanShare(string.Concat(kept.Take(20).Select(b => b.Text))) > 0.3;
        var lines = new PageMetaLines(page);
        PageTimes.Read(page, lines, isChinese);
        ReadSource(page, lines, isChinese);
        PageWriters.Read(page, lines, kept, isChinese);
        ReadEditor(page, lines);
        ReadTags(page, lines);
        ReadHead(page, kept);
    }

    private static void ReadSource(HtmlPage page, PageMetaLines lines, bool isChinese)
    {
        foreach (var (block, field) in lines.Fields(MetaFieldKind.Source).OrderBy(f => f.Field.Labelled ? 0 : 1))
        {
            page.Article.Source = field.Value;
            page.Field(block, "source", field.Labelled ? "来源 label" : "organisation beside the date", field.Start, field.Length);
            return;
        }

        if (lines.SourceLine() is { } line)
        {
            page.Article.Source = Outlet.Clean(line.Text);
            page.Field(line, "source", "organisation on its own line beside the date");
            return;
        }

        if (page.Metadata.First("source", "article:source", "contentsource", "mediaid", "og:source") is { } named && Outlet.Clean(named) is { Length: > 1 } clean && clean.Any(LineShape.IsHan))
        {
            page.Article.Source = clean;
            page.Origin("source", "meta source");
            return;
        }

        // A page that names no other source is its own site's: a paper saved from its own pages.
        if (isChinese && (page.Metadata.Json.Publisher ?? page.Metadata.First("og:site_name")) is { } site && Outlet.Clean(site) is { Length: > 1 } own && Outlet.IsOne(own) && own.Any(LineShape.IsHan))
        {
            page.Article.Source = own;
            page.Origin("source", "the publisher that the page names");
        }
    }

    private static void ReadEditor(HtmlPage page, PageMetaLines lines)
    {
        foreach (var (block, field) in lines.Fields(MetaFieldKind.Editor))
        {
            if (EditorName.Clean(field.Value) is { Length: > 0 } name)
            {
                page.Article.Editor = name;
                page.Field(block, "editor", "责任编辑 or 编辑 label", field.Start, field.Length);
                return;
            }
        }
    }

    private static void ReadTags(HtmlPage page, PageMetaLines lines)
    {
        const int mostTags = 20;
        var head = page.Metadata;
        var stated = head.All("article:tag", "parsely-tags", "sailthru.tags");
        var names = stated.Count > 0 ? stated.SelectMany(t => stated.Count > 1 ? [t] : TagNames.In(t))
            : head.Json.Keywords.Count > 0 ? head.Json.Keywords.SelectMany(t => head.Json.Keywords.Count > 1 ? [t] : TagNames.In(t))
            : lines.Fields(MetaFieldKind.Tags).FirstOrDefault() is { Field: { } shown } ? TagNames.In(shown.Value)
            : TagNames.In(head.First("news_keywords", "keywords") ?? string.Empty);
        var tags = names.Select(t => t.Trim()).Where(t => t.Length is > 0 and <= 50 && !t.Contains("http", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Take(mostTags);
        page.Article.Tags.AddRange(tags);
        if (page.Article.Tags.Count > 0)
        {
            page.Origin("tags", "metadata");
        }
    }

    private static void ReadHead(HtmlPage page, IReadOnlyList<PageBlock> kept)
    {
        var (article, head) = (page.Article, page.Metadata);
        article.SiteName = head.First("og:site_name", "application-name", "al:android:app_name") ?? head.Json.Publisher;
        article.CanonicalUrl = new[] { head.Canonical, head.First("og:url"), head.Json.Url }
            .FirstOrDefault(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
        var summary = head.First("og:description", "description", "twitter:description", "dc.description") ?? head.Json.Description;
        article.Summary = summary is { Length: >= 10 and <= 500 } && !OpensBody(summary, kept) ? summary : null;
        NoteHead(page);
        var isHan = HanText.HanShare(string.Concat(kept.Take(20).Select(b => b.Text))) > 0.3;
        if (head.Language is { } tag && LanguageTag.Canonical(tag) is { } language && language.StartsWith("zh", StringComparison.Ordinal) == isHan && language.Length > (isHan ? 2 : 0))
        {
            article.Language = language;
            page.Origin("language", "html lang");
        }
    }

    private static void NoteHead(HtmlPage page)
    {
        if (page.Article.SiteName is not null)
        {
            page.Origin("siteName", "meta og:site_name or JSON-LD publisher");
        }

        if (page.Article.CanonicalUrl is not null)
        {
            page.Origin("canonicalUrl", "canonical link, og:url or JSON-LD url");
        }

        if (page.Article.Summary is not null)
        {
            page.Origin("summary", "meta description or JSON-LD description");
        }
    }

    // Systems cut a description from the first sentences; as a summary it would only say them twice.
    private static bool OpensBody(string summary, IReadOnlyList<PageBlock> kept)
    {
        var letters = LineShape.Letters(summary);
        var opening = LineShape.Letters(string.Concat(kept.Take(4).Select(b => b.Text)));
        return opening.Contains(letters[..Math.Min(letters.Length, 24)], StringComparison.Ordinal);
    }
}
