using System.Globalization;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>A post of a WordPress export becomes an article.</summary>
internal static class WxrFormat
{
    private const int LongestSummary = 2000;
    private const int LongestSlug = 200;

    /// <summary>Makes an article of a post's record.</summary>
    /// <param name="text">The record.</param>
    /// <param name="line">The line of the export that the post begins on; 0 where unknown.</param>
    /// <param name="options">The site's zone.</param>
    /// <exception cref="RejectedInputException">It holds no text, or a value that cannot be stored.</exception>
    public static ExtractedArticle Extract(string text, int line, ExtractionOptions options)
    {
        var record = WxrRecord.Read(text);
        var article = new ExtractedArticle();
        var site = new OldSite(record["old:site"]);
        var fields = new ArticleFields(article, options, "WXR");
        var entries = new Entries(line);
        Identify(record, site, entries);
        Words(record, entries, article);
        Times(record, entries);
        Places(record, site, entries, article, line);
        Status(record, entries, article, line);
        article.IsFixedPage = record["wp:post_type"] == "page";
        fields.Apply(entries.All);
        Body(record, site, article, line);
        article.Ledger.AddRange(record.Ledger(Fate));
        return article;
    }

    private static void Identify(WxrRecord record, OldSite site, Entries entries)
    {
        if (record["wp:post_id"] is { Length: <= 20 } id) entries.Add(ArticleField.ExternalId, "wp:post_id", site.Name.Length is > 0 and < 150 ? $"{site.Name}:wp-{id}" : $"wp-{id}");
    }

    private static void Words(WxrRecord record, Entries entries, ExtractedArticle article)
    {
        entries.Add(ArticleField.Headline, "title", record["title"]);
        entries.Add(ArticleField.Byline, "dc:creator", record["old:writer"] ?? record["dc:creator"]);
        if (record["excerpt:encoded"] is not { } excerpt) return;
        var summary = BodyRenderer.FromHtml(excerpt).Text;
        if (summary.Length <= LongestSummary) entries.Add(ArticleField.Summary, "excerpt:encoded", summary);
        else article.Warnings.Add(new ImportWarning(entries.Line, $"excerpt:encoded: has {summary.Length:N0} characters, at most {LongestSummary:N0} are stored; left out"));
    }

    // The moment in the site's own zone is all there is of a draft.
    private static void Times(WxrRecord record, Entries entries)
    {
        if (Universal(record["wp:post_date_gmt"]) is { } published) entries.Add(ArticleField.Published, "wp:post_date_gmt", published);
        else if (IsTime(record["wp:post_date"])) entries.Add(ArticleField.Published, "wp:post_date", record["wp:post_date"]);
        if (Universal(record["wp:post_modified_gmt"]) is { } revised) entries.Add(ArticleField.Revised, "wp:post_modified_gmt", revised);
        else if (IsTime(record["wp:post_modified"])) entries.Add(ArticleField.Revised, "wp:post_modified", record["wp:post_modified"]);
    }

    private static bool IsTime(string? written) => written is not null && !written.StartsWith("0000", StringComparison.Ordinal);

    private static string? Universal(string? written) =>
        DateTime.TryParseExact(written, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && IsTime(written)
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;

    private static void Places(WxrRecord record, OldSite site, Entries entries, ExtractedArticle article, int line)
    {
        // WordPress 2 wrote every category twice, first without saying what it is.
        var filed = record.Fields.Where(field => field.Name == "category" && !string.IsNullOrWhiteSpace(field.Text)).ToList();
        var sections = filed.Where(field => field.Domain == "category").Where(IsFiled).Select(field => field.Text.Trim()).ToList();
        entries.Add(ArticleField.Section, "category", sections.FirstOrDefault());
        if (sections.Count > 1) article.Warnings.Add(new ImportWarning(line, $"category: an article has one section, the first is taken; tags now: {string.Join(", ", sections.Skip(1))}"));
        var tags = filed.Where(field => field.Domain is "post_tag" or "tag").Select(field => field.Text.Trim());
        entries.AddList(ArticleField.Tags, "category domain=\"post_tag\"", tags.Concat(sections.Skip(1)).Distinct(StringComparer.OrdinalIgnoreCase));
        if (record["old:cover"] is { } cover) entries.Add(ArticleField.Cover, "_thumbnail_id", WxrPictures.Local(site, cover));
        else if (record.Fields.Any(field => field.Name == "old:cover")) article.Warnings.Add(new ImportWarning(line, "_thumbnail_id: the export does not hold the file, the article has no cover picture of its own"));
        if (record["wp:post_name"] is { } name) entries.Add(ArticleField.Slug, "wp:post_name", Shorten(Uri.UnescapeDataString(name)));
        var old = new List<string>();
        if (site.PathAndQuery(record["link"]) is { } path && path != site.Root) old.Add(path);

        // Every post answers to its number as well, whatever form its address has.
        if (record["wp:post_id"] is { Length: <= 20 } id && id.All(char.IsAsciiDigit)) old.Add($"{site.Root}?p={id}");
        entries.AddList(ArticleField.Aliases, "link", old);
    }

    private static bool IsFiled(WxrRecord.Field field) =>
        field.Nicename is not ("uncategorized" or "未分类") && field.Text.Trim() is not ("Uncategorized" or "uncategorized" or "未分类" or "未分類");

    private static void Status(WxrRecord record, Entries entries, ExtractedArticle article, int line)
    {
        var hasPassword = record["wp:post_password"] is not null;
        if (hasPassword) article.Warnings.Add(new ImportWarning(line, "wp:post_password: the post could only be read with a password, kept as a draft"));
        var status = record["wp:status"];
        if (status is not (null or "publish" or "future" or "draft" or "pending" or "private"))
            article.Warnings.Add(new ImportWarning(line, $"wp:status: \"{Shorten(status)}\" is not known, kept as a draft"));
        if (hasPassword || status is not ("publish" or "future")) entries.Add(ArticleField.Draft, "wp:status", "true");
    }

    private static void Body(WxrRecord record, OldSite site, ExtractedArticle article, int line)
    {
        if (record["content:encoded"] is not { } written) return;
        var content = PostContent.Read(written);
        article.Warnings.AddRange(content.Warnings.Select(warning => new ImportWarning(line, warning)));
        var rendered = BodyRenderer.FromHtml(content.Html);
        article.Body = rendered.Html;
        article.Text = rendered.Text;
        article.Headings.AddRange(rendered.Headings);
        article.Captions.AddRange(rendered.Captions);
        article.Pictures.AddRange(rendered.Pictures.Select(picture => picture with { Src = WxrPictures.Local(site, picture.Src) }));
        article.Origins["body"] = new FieldOrigin(line, line, "WXR: content:encoded");
    }

    private static (Fate Fate, string? As, string Reason) Fate(WxrRecord.Field field) => field.Name switch
    {
        "content:encoded" => (Importing.Fate.Kept, null, "body"),
        "title" => Became("headline"),
        "excerpt:encoded" => Became("summary"),
        "old:writer" or "dc:creator" => Became("byline"),
        "old:cover" => Became("cover"),
        "old:site" or "wp:post_id" => Became("id"),
        "wp:post_date" or "wp:post_date_gmt" => Became("published"),
        "wp:post_modified" or "wp:post_modified_gmt" => Became("revised"),
        "wp:post_name" => Became("slug"),
        "link" => Became("aliases"),
        "wp:status" or "wp:post_password" => Became("draft"),
        "category" when field.Domain is "post_tag" or "tag" => Became("tags"),
        "category" when field.Domain == "category" && IsFiled(field) => Became("section"),
        "wp:comment" => (Importing.Fate.Dropped, null, "comments of readers are not taken, and were not kept"),
        _ => (Importing.Fate.Dropped, null, $"no field is known by the name \"{field.Name}\""),
    };

    private static (Fate Fate, string? As, string Reason) Became(string field) => (Importing.Fate.Field, field, "WXR");

    private static string Shorten(string value) => value.Length <= LongestSlug ? value : value[..LongestSlug];

    /// <summary>Fields on their way to the article.</summary>
    private sealed class Entries(int line)
    {
        public int Line { get; } = line;

        public List<(ArticleField Field, FrontMatterEntry Entry)> All { get; } = [];

        public void Add(ArticleField field, string name, string? value)
        {
            if (value is not null) All.Add((field, new FrontMatterEntry(name, [value], field == ArticleField.Byline, Line)));
        }

        public void AddList(ArticleField field, string name, IEnumerable<string> values)
        {
            var all = values.ToList();
            if (all.Count > 0) All.Add((field, new FrontMatterEntry(name, all, IsList: true, Line)));
        }
    }
}
