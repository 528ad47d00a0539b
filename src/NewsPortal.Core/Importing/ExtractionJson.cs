using System.Text.Encodings.Web;
using System.Text.Json;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing;

/// <summary>Writes an extraction as the line of JSON that <c>extract</c> prints; users' scripts read it.</summary>
public static class ExtractionJson
{
    /// <summary>All scripts as they are; only what HTML could trip over is escaped.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    /// <param name="extraction">The extraction.</param>
    /// <param name="json">Where to, made with <see cref="Options"/>.</param>
    /// <param name="withText">True to give the decoded text as well.</param>
    public static void Write(Extraction extraction, Utf8JsonWriter json, bool withText)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("file", extraction.File);
        json.WriteBoolean("ok", extraction.Article is not null);
        json.WriteString("error", Error(extraction));
        json.WriteString("format", extraction.Format);
        Encoding(extraction.Encoding, json);
        if (extraction.Article is { } article) Article(article, json);
        if (withText && extraction.Decoded is not null) json.WriteString("text", extraction.Decoded);
        json.WriteEndObject();
    }

    private static string? Error(Extraction extraction) =>
        extraction.Error is null || extraction.ErrorLine == 0 ? extraction.Error : $"line {extraction.ErrorLine}: {extraction.Error}";

    private static void Encoding(DecodedAs? encoding, Utf8JsonWriter json)
    {
        if (encoding is null)
        {
            json.WriteNull("encoding");
            return;
        }

        json.WriteStartObject("encoding");
        json.WriteString("name", encoding.Name);
        json.WriteString("how", encoding.How);
        json.WriteNumber("confidence", Math.Round(encoding.Confidence, 2));
        json.WriteEndObject();
    }

    private static void Article(ExtractedArticle article, Utf8JsonWriter json)
    {
        json.WriteString("id", article.ExternalId);
        json.WriteString("headline", article.Headline);
        json.WriteBoolean("headlineAutomatic", article.HeadlineAutomatic);
        json.WriteString("kicker", article.Kicker);
        json.WriteString("subheadline", article.Subheadline);
        json.WriteString("summary", article.Summary);
        json.WriteString("published", Time(article.Published));
        json.WriteString("revised", Time(article.Revised));
        json.WriteString("embargo", Time(article.Embargo));
        json.WriteString("source", article.Source);
        json.WriteString("byline", article.Byline);
        Strings("authors", article.Authors, json);
        json.WriteString("editor", article.Editor);
        json.WriteString("dateline", article.Dateline);
        json.WriteString("section", article.Section);
        Strings("tags", article.Tags, json);
        json.WriteString("language", article.Language);
        json.WriteString("siteName", article.SiteName);
        json.WriteString("canonicalUrl", article.CanonicalUrl);
        json.WriteString("slug", article.Slug);
        Strings("aliases", article.Aliases, json);
        json.WriteString("cover", article.Cover);
        json.WriteBoolean("draft", article.Draft);
        json.WriteString("body", article.Text);
        json.WriteString("bodyHtml", WithAddresses(article));
        Strings("headings", article.Headings, json);
        Strings("captions", article.Captions, json);
        Pictures(article, json);
        json.WriteString("pictureCredit", article.PictureCredit);
        Strings("listed", article.Listed, json);
        Origins(article, json);
        Ledger(article, json);
        Warnings(article, json);
    }

    /// <summary>A moment with the offset that the file states; a day alone where it states no time.</summary>
    private static string? Time(StatedTime? time) => time is null ? null : time.At.ToString(
        time.DateOnly ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    private static string WithAddresses(ExtractedArticle article) => PicturePlaceholders.Fill(article.Body, number =>
        number < article.Pictures.Count && article.Pictures[number] is { Src: { } address } picture ? SafeText.OriginalImage(address, picture.Alt) : null).Value;

    private static void Strings(string name, IEnumerable<string> values, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Pictures(ExtractedArticle article, Utf8JsonWriter json)
    {
        json.WriteStartArray("pictures");
        foreach (var picture in article.Pictures)
        {
            json.WriteStartObject();
            json.WriteString("src", picture.Src);
            json.WriteString("alt", picture.Alt);
            json.WriteString("caption", picture.Caption);
            json.WriteString("credit", picture.Credit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Origins(ExtractedArticle article, Utf8JsonWriter json)
    {
        json.WriteStartObject("origins");
        foreach (var (field, origin) in article.Origins)
        {
            json.WriteStartObject(field);
            json.WriteNumber("line", origin.Line);
            json.WriteNumber("lastLine", origin.LastLine);
            json.WriteString("rule", origin.Rule);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Ledger(ExtractedArticle article, Utf8JsonWriter json)
    {
        json.WriteStartArray("ledger");
        foreach (var entry in article.Ledger)
        {
            json.WriteStartObject();
            json.WriteNumber("start", entry.Start);
            json.WriteNumber("length", entry.Length);
            json.WriteString("fate", entry.Fate.ToString().ToLowerInvariant());
            json.WriteString("as", entry.As);
            json.WriteString("reason", entry.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Warnings(ExtractedArticle article, Utf8JsonWriter json)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in article.Warnings)
        {
            json.WriteStartObject();
            json.WriteNumber("line", warning.Line);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
