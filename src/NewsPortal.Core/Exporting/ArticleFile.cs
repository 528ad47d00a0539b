using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Reading;

namespace NewsPortal.Core.Exporting;

/// <summary>
/// One article as a file that the importer makes the same article of: front matter and Markdown, or a row of JSON Lines
/// where the text holds what Markdown would change.
/// </summary>
/// <param name="article">The article with section, source, tags, writers, pictures and live entries.</param>
/// <param name="body">Its body.</param>
/// <param name="aliases">Old addresses that lead to it.</param>
/// <param name="zone">The site's zone.</param>
internal sealed partial class ArticleFile(Article article, ArticleBody body, IReadOnlyList<string> aliases, TimeZoneInfo zone)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its path below the exported folder, without extension.</summary>
    public string Stem { get; } = string.Create(CultureInfo.InvariantCulture, $"{ArticleAddress.Day(article.Day):yyyy/MM/dd}/{article.Slug}");

    /// <summary>The file of a picture below the exported folder.</summary>
    /// <param name="picture">The picture.</param>
    public static string PathOf(Picture picture) => $"media/{picture.Hash[..2]}/{picture.Hash[2..32]}{picture.Extension}";

    /// <summary>As Markdown.</summary>
    /// <param name="asHtml">Its text as HTML, which Markdown may hold.</param>
    /// <param name="withSummary">The summary is stated though the program made it.</param>
    public string Markdown(bool asHtml, bool withSummary)
    {
        var file = new StringBuilder("---\n");
        foreach (var (key, value) in Fields(withSummary))
        {
            file.Append(key).Append(": ").Append(Yaml(value)).Append('\n');
        }

        return file.Append("---\n\n").Append(MarkdownBody.Of(BodyWithPictures(), asHtml)).ToString();
    }

    /// <summary>As a row of JSON Lines.</summary>
    /// <param name="withSummary">The summary is stated though the program made it.</param>
    public string Row(bool withSummary)
    {
        var row = Fields(withSummary).ToDictionary(f => f.Key, f => f.Value);
        row["html"] = BodyWithPictures();
        return JsonSerializer.Serialize(row, Json) + "\n";
    }

    // A JSON string is a YAML string too, and a list of them a list; a time needs no quotes.
    private static string Yaml(object value) => value is DateTimeOffset or DateOnly ? Text(value) : JsonSerializer.Serialize(value, Json);

    private static string Text(object value) => value switch
    {
        DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFzzz", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private IEnumerable<(string Key, object Value)> Fields(bool withSummary)
    {
        (string Key, object? Value)[] fields =
        [
            ("id", Encoded(article.ExternalId)),
            ("headline", Encoded(article.Headline)),
            ("kicker", Encoded(article.Kicker)),
            ("subheadline", Encoded(article.Subheadline)),
            ("summary", withSummary || !article.SummaryAutomatic ? Encoded(article.Summary) : null),
            ("date", article.PublishedDateOnly ? DateOnly.FromDateTime(Local(article.PublishedUtc).Date) : Local(article.PublishedUtc)),
            ("revised", article.RevisedUtc is { } revised ? Local(revised) : null),
            ("embargo", article.EmbargoUtc is { } embargo ? Local(embargo) : null),
            ("section", Encoded(article.Section.Name)),
            ("source", Encoded(article.Source?.Name)),
            ("byline", Encoded(article.Byline)),
            ("writers", Writers()),
            ("editor", Encoded(article.Editor)),
            ("dateline", Encoded(article.Dateline)),
            ("tags", article.Tags.OrderBy(t => t.Position).Select(t => Encoded(t.Tag.Name)!).ToList()),
            ("cover", article.LeadPicture is { } cover ? Relative(PathOf(cover)) : null),
            ("picture-credit", Encoded(article.PictureCredit)),
            ("picture-captions", Notes(p => p.Caption)),
            ("picture-credits", Notes(p => p.Credit)),
            ("language", article.Language),
            ("site", Encoded(article.OriginalSiteName)),
            ("canonical", article.OriginalUrl),
            ("slug", article.Slug),
            ("aliases", Aliases()),
            ("automatic", Automatic(withSummary).ToList()),
            ("live-from", article.LiveFromUtc is { } from ? Local(from) : null),
            ("live-ended", article.LiveEndedUtc is { } ended ? Local(ended) : null),
            ("live-updates", article.LiveFromUtc is null ? null : article.LiveUpdates.OrderBy(u => u.AtUtc).ThenBy(u => u.Id).Select(u => ExtractedUpdate.Of(u).ToString()).ToList()),
            ("status", article.Status switch { ArticleStatus.Draft => "draft", ArticleStatus.Withdrawn => "withdrawn", _ => null }),
            ("withdrawn-reason", Encoded(article.WithdrawnReason)),
        ];
        return fields.Where(f => f.Value is not (null or IReadOnlyCollection<string> { Count: 0 })).Select(f => (f.Key, f.Value!))
            .Select(f => (f.Key, f.Item2 is DateTimeOffset or DateOnly or IReadOnlyCollection<string> ? f.Item2 : Text(f.Item2)));
    }

    private List<string> Notes(Func<ArticlePicture, string?> note)
    {
        var notes = article.Pictures.OrderBy(p => p.Position).Select(p => Encoded(note(p)) ?? string.Empty).ToList();
        return notes.TrueForAll(n => n.Length == 0) ? [] : notes;
    }

    // A byline that names nobody (网络整理) says so, or its words would be taken for a name.
    private List<string> Writers() => article.Authors.Count == 0 && article.Byline is not null
        ? ["-"]
        : [.. article.Authors.OrderBy(a => a.Position).Select(a => Encoded(a.Author.Name)!)];

    // Its address keeps the day on which it was first published; a new store would take that of a date changed since.
    private List<string> Aliases() => ArticleAddress.Day(zone.DayOf(article.PublishedUtc)) == article.Day ? [.. aliases] : [.. aliases, article.Path];

    private IEnumerable<string> Automatic(bool withSummary)
    {
        if (article.HeadlineAutomatic)
        {
            yield return "headline";
        }

        if (article.PublishedAutomatic)
        {
            yield return "date";
        }

        if (article.SummaryAutomatic && withSummary)
        {
            yield return "summary";
        }
    }

    private DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), zone);

    private static string Relative(string path) => "../../../" + path;

    // The importer takes an entity for what a web form made of a sign.
    private static string? Encoded(string? text) => text is null ? null : Entity().Replace(text, "&amp;$1;");

    private string BodyWithPictures()
    {
        var pictures = article.Pictures.ToDictionary(p => p.Position);
        return PicturePlaceholders.WithAddresses(SafeHtml.FromStore(body.Html), place =>
            pictures.GetValueOrDefault(place) is not { } shown ? null
            : shown.Picture is { } picture ? Relative(PathOf(picture))
            : shown.OriginalSrc);
    }

    [GeneratedRegex("&((?:amp|lt|gt|quot|apos|nbsp|#39|#34|#38));", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
