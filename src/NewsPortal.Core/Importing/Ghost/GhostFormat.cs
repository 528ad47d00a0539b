using System.Globalization;
using System.Text.Json;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Importing.JsonLines;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.Ghost;

/// <summary>A post of a Ghost export becomes an article.</summary>
internal static class GhostFormat
{
    private const int LongestSummary = 2000;

    private static readonly string[] OwnForms = ["lexical", "mobiledoc"];

    /// <summary>Makes an article of a post's record.</summary>
    /// <param name="text">The record.</param>
    /// <param name="options">The site's zone.</param>
    /// <exception cref="RejectedInputException">It holds no text that can be read, or a value that cannot be stored.</exception>
    public static ExtractedArticle Extract(string text, ExtractionOptions options)
    {
        using var parsed = Parse(text);
        var post = parsed.RootElement;
        var article = new ExtractedArticle();
        new ArticleFields(article, options, "Ghost").Apply(Fields(post, article));
        Body(post, article);
        article.IsFixedPage = GhostTables.Text(post, "type") is { } type ? type == "page" : GhostTables.Text(post, "page") is "true" or "1";
        try
        {
            article.Ledger.AddRange(JsonLedger.Of(text, FateOf));
        }
        catch (InvalidOperationException)
        {
            throw new RejectedInputException("the post is not JSON: a key holds half a character");
        }

        return article;

        (Fate Fate, string? As, string Reason) FateOf(string key) =>
            key == "plaintext" && !string.IsNullOrWhiteSpace(GhostTables.Text(post, "html")) ? (Importing.Fate.Dropped, null, "the same text without its markup") : Fate(key);
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            var parsed = JsonDocument.Parse(text);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object) return parsed;
            parsed.Dispose();
        }
        catch (JsonException error)
        {
            throw new RejectedInputException($"the post is not JSON: {JsonFrontMatter.Reason(error)}");
        }

        throw new RejectedInputException("the post is no JSON object");
    }

    private static List<(ArticleField, FrontMatterEntry)> Fields(JsonElement post, ExtractedArticle article)
    {
        var fields = new List<(ArticleField, FrontMatterEntry)>();
        Add(ArticleField.ExternalId, "id", GhostTables.Text(post, "id") is { Length: > 0 } id ? $"ghost-{id}" : null);
        Add(ArticleField.Headline, "title", GhostTables.Text(post, "title"));
        Add(ArticleField.Published, "published_at", Time(GhostTables.Text(post, "published_at")));
        Add(ArticleField.Revised, "updated_at", Time(GhostTables.Text(post, "updated_at")));
        Add(ArticleField.Cover, "feature_image", GhostTables.Text(post, "feature_image") is { Length: > 0 } cover ? GhostPictures.Local(cover) : null);
        Add(ArticleField.CanonicalUrl, "canonical_url", GhostTables.Text(post, "canonical_url") is { Length: > 0 } canonical ? canonical : null);
        Summary();
        var tags = Names(post, "old:tags");
        Add(ArticleField.Section, "tags", tags.FirstOrDefault());
        AddList(ArticleField.Tags, "tags", tags.Skip(1));
        AddList(ArticleField.Byline, "authors", Names(post, "old:writers"));
        if (GhostTables.Text(post, "slug") is { Length: > 0 } slug)
        {
            Add(ArticleField.Slug, "slug", slug);
            Add(ArticleField.Aliases, "slug", $"/{slug}/");
        }

        if (IsHeldBack(post, article)) Add(ArticleField.Draft, "status", "true");
        return fields;

        void Add(ArticleField field, string name, string? value)
        {
            if (value is not null) fields.Add((field, new FrontMatterEntry(name, [value], IsList: false, 0)));
        }

        void AddList(ArticleField field, string name, IEnumerable<string> values)
        {
            if (values.ToList() is { Count: > 0 } all) fields.Add((field, new FrontMatterEntry(name, all, IsList: true, 0)));
        }

        void Summary()
        {
            var excerpt = GhostTables.Text(post, "custom_excerpt");
            if (excerpt?.Length > LongestSummary) article.Warnings.Add(new ImportWarning(0, $"custom_excerpt: has {excerpt.Length:N0} characters, at most {LongestSummary:N0} are stored; left out"));
            else Add(ArticleField.Summary, "custom_excerpt", excerpt);
        }
    }

    private static List<string> Names(JsonElement post, string name) =>
        post.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)]
            : [];

    // What only members could read, or only subscribers got by mail, was never public.
    private static bool IsHeldBack(JsonElement post, ExtractedArticle article)
    {
        var visibility = GhostTables.Text(post, "visibility") ?? "public";
        if (visibility != "public")
        {
            article.Warnings.Add(new ImportWarning(0, $"visibility: the post could be read by some only ({visibility}), kept as a draft"));
            return true;
        }

        var status = GhostTables.Text(post, "status") ?? "published";
        if (status is not ("draft" or "published" or "scheduled")) article.Warnings.Add(new ImportWarning(0, $"status: \"{status}\" was not public, kept as a draft"));
        return status is not ("published" or "scheduled");
    }

    // All times are universal; older exports do not say so, the oldest count milliseconds.
    private static string? Time(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        if (written.All(char.IsAsciiDigit)) return written;
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : written;
    }

    private static void Body(JsonElement post, ExtractedArticle article)
    {
        var html = GhostTables.Text(post, "html");
        var plain = GhostTables.Text(post, "plaintext");
        var isPlain = string.IsNullOrWhiteSpace(html);
        if (isPlain && string.IsNullOrWhiteSpace(plain)) throw new RejectedInputException(Missing(post));
        if (isPlain) article.Warnings.Add(new ImportWarning(0, "html: the export holds none, the plain text was taken: pictures, links and headings are missing"));
        var rendered = isPlain
            ? BodyRenderer.FromBlocks([.. plain!.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Block(BlockKind.Paragraph, line))])
            : BodyRenderer.FromHtml(GhostPictures.Local(html!));
        article.Fill(rendered);
        article.Origins["body"] = FieldOrigin.By(isPlain ? "Ghost: plaintext" : "Ghost: html");
    }

    private static string Missing(JsonElement post)
    {
        var form = OwnForms.FirstOrDefault(name => !string.IsNullOrWhiteSpace(GhostTables.Text(post, name)));
        return form is null
            ? "the body is empty: put at least one paragraph into it and import it again"
            : $"the post \"{GhostTables.Text(post, "title")}\" has its text only in Ghost's own form ({form}), which is not read: open it in Ghost, save it and export again";
    }

    private static (Fate Fate, string? As, string Reason) Fate(string key) => key switch
    {
        "html" or "plaintext" => (Importing.Fate.Kept, null, "body"),
        "id" => Became("id"),
        "title" => Became("headline"),
        "slug" => Became("slug"),
        "published_at" => Became("published"),
        "updated_at" => Became("revised"),
        "feature_image" => Became("cover"),
        "custom_excerpt" => Became("summary"),
        "canonical_url" => Became("canonicalUrl"),
        "status" or "visibility" => Became("draft"),
        "old:tags" => Became("tags"),
        "old:writers" => Became("byline"),
        "lexical" or "mobiledoc" => (Importing.Fate.Dropped, null, "the editor's form of the same text"),
        _ => (Importing.Fate.Dropped, null, $"no field is known by the key \"{key}\""),
    };

    private static (Fate Fate, string? As, string Reason) Became(string field) => (Importing.Fate.Field, field, "Ghost");
}
