using System.Text.Encodings.Web;
using System.Text.Json;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Importing;

/// <summary>An entry of a live report as an exported file holds it: a JSON object in one value of the front matter.</summary>
/// <param name="At">The moment it was published.</param>
/// <param name="Changed">When its words were last changed; null where they never were.</param>
/// <param name="Headline">Its headline; may be absent.</param>
/// <param name="Html">Its text as HTML. It is cleaned when it is taken in, whatever the file says.</param>
/// <param name="Key">It belongs to the key moments.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record ExtractedUpdate(DateTimeOffset At, DateTimeOffset? Changed, string? Headline, string Html, bool Key, string? Author)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>A stored entry.</summary>
    /// <param name="update">The entry.</param>
    public static ExtractedUpdate Of(LiveUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return new ExtractedUpdate(update.AtUtc, update.ChangedUtc, update.Headline.Length == 0 ? null : update.Headline, update.Html, update.IsKey, update.Author.Length == 0 ? null : update.Author);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="json">The object.</param>
    /// <returns>Null where it is none, or says nothing.</returns>
    public static ExtractedUpdate? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ExtractedUpdate>(json, Json) is { At.Year: >= 1980 and < 2100, Html.Length: > 0 } update && update.Changed?.Year is null or >= 1980 and < 2100 ? update : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As a JSON object in one line.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Json);
}
