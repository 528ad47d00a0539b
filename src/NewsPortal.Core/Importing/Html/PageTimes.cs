using AngleSharp.Dom;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.StatedTimes;

namespace NewsPortal.Core.Importing.Html;

/// <summary>When the article was published and revised; a comment's time never counts.</summary>
internal static class PageTimes
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "datepublished", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "article.published",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "og:release_date", "bytedance:published_time",
        "weibo:article:create_at", "apub:time", "date", "cxenseparse:recs:publishtime", "displaydate", "firstpublishedtime", "publishtime", "pubtime", "datecreated",
    ];

    // Where nothing else is stated: these may be the time of an edit.
    private static readonly string[] LastNames = ["dateupdate", "datemodified", "article:modified_time"];

    private static readonly string[] RevisedNames = ["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified", "bytedance:updated_time"];

    public static void Read(HtmlPage page, PageMetaLines lines, bool isChinese)
    {
        var shown = Shown(page, lines);
        var head = Head(page);
        var chosen = isChinese ? Finer(shown, head) ?? head : Finer(head, shown) ?? shown;
        if (chosen is not null)
        {
            page.Article.Published = chosen.Time;
            if (chosen.Block is { } block && block.Meta!.Fields.FirstOrDefault(f => f.Field == MetaFieldKind.Published) is { } field)
            {
                page.Field(block, "published", chosen.Rule, field.Start, field.Length);
            }

            page.Origin("published", chosen.Rule);
            if (chosen.Time.ZoneAssumed)
            {
                page.Article.Warnings.Add(new(page.Article.Origins["published"].Line, $"no time zone, taken as {page.Zone.Id}"));
            }
        }

        page.Article.Revised = lines.All.FirstOrDefault(b => b.Meta?.Revised is not null)?.Meta!.Revised ?? Parse(page, page.Metadata.Json.Modified) ?? Named(page, RevisedNames);
        if (page.Article.Revised is not null)
        {
            page.Origin("revised", "更新时间 label, JSON-LD dateModified or meta element", lines.All.FirstOrDefault(b => b.Meta?.Revised is not null));
        }
    }

    // The day decides which is right; of two on the same day the one with a clock says more.
    private static Found? Finer(Found? first, Found? second) =>
        first is { Time.DateOnly: true } && second is { Time.DateOnly: false } && Day(first) == Day(second) ? second : first;

    private static DateTime Day(Found found) => found.Time.At.Date;

    private static Found? Shown(HtmlPage page, PageMetaLines lines)
    {
        var blocks = lines.All.Where(b => b.Meta?.Published is not null).ToList();
        var block = blocks.Find(b => !b.Meta!.Published!.DateOnly && lines.Head.Contains(b)) ?? blocks.FirstOrDefault();
        return block is null ? Split(page) ?? TimeElement(page) : new(block.Meta!.Published!, block, "date shown beside the headline");
    }

    private static Found? Split(HtmlPage page)
    {
        const int reach = 6;
        var from = page.HeadlineIndex < 0 ? Math.Max(0, page.FirstParagraph - reach) : Math.Max(0, page.HeadlineIndex - reach);
        var texts = page.Blocks.Skip(from).Take(Math.Max(0, page.FirstParagraph - from)).Select(b => b.Text).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            if (SplitDate.Read(texts, i, page.Zone) is not { } found)
            {
                continue;
            }

            foreach (var block in page.Blocks.Skip(from + i).Take(found.Lines))
            {
                page.Field(block, "published", "date set on lines of its own");
            }

            return new(found.Time, null, "date set on lines of its own");
        }

        return null;
    }

    private static Found? TimeElement(HtmlPage page)
    {
        var root = page.Body.ParentElement ?? page.Body;
        foreach (var element in root.QuerySelectorAll("time[datetime]").Take(3))
        {
            if (Parse(page, element.GetAttribute("datetime")) is { } time)
            {
                return new(time, null, "time element");
            }
        }

        return null;
    }

    private static Found? Head(HtmlPage page)
    {
        if (Parse(page, page.Metadata.Json.Published) is { } stated)
        {
            return new(stated, null, "JSON-LD datePublished");
        }

        return Named(page, PublishedNames) is { } named ? new(named, null, "meta element") : Named(page, LastNames) is { } last ? new(last, null, "meta element of the last change") : null;
    }

    private static StatedTime? Named(HtmlPage page, string[] names)
    {
        foreach (var name in names)
        {
            if (Parse(page, page.Metadata.First(name)) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private static StatedTime? Parse(HtmlPage page, string? text) => text is null ? null : StatedTimeParser.Parse(text, page.Zone);

    private sealed record Found(StatedTime Time, PageBlock? Block, string Rule);
}
