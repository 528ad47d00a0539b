using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NewsPortal.Core.Articles;

/// <summary>Where the fields of one article came from, by the fields' names; kept as JSON beside the body.</summary>
public sealed class FieldOrigins
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly SortedDictionary<string, FieldOrigin> _origins;

    private FieldOrigins(SortedDictionary<string, FieldOrigin> origins) => _origins = origins;

    /// <summary>The fields that have an origin, spelled as in JSON.</summary>
    public static FrozenSet<string> Names { get; } = new[]
    {
        "id", "headline", "kicker", "subheadline", "summary", "published", "revised", "embargo", "source", "byline", "authors", "editor",
        "dateline", "section", "tags", "language", "siteName", "canonicalUrl", "slug", "aliases", "cover", "pictures", "pictureCredit", "body",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The fields whose origin is known, in the order of their names.</summary>
    public IReadOnlyCollection<string> Fields => _origins.Keys;

    /// <summary>A field's origin; null where it is not known.</summary>
    /// <param name="field">The field.</param>
    public FieldOrigin? this[string field] => _origins.GetValueOrDefault(field);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="json">The JSON; null for an article of which nothing is known.</param>
    public static FieldOrigins Parse(string? json) => new(new SortedDictionary<string, FieldOrigin>(
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, FieldOrigin>>(json, Json) ?? [], StringComparer.Ordinal));

    /// <summary>True for a field that a person edited, which no importer may change.</summary>
    /// <param name="field">The field.</param>
    public bool IsEdited(string field) => this[field]?.IsEdited == true;

    /// <summary>Notes an origin in place of the one before.</summary>
    /// <param name="field">The field.</param>
    /// <param name="origin">Its origin; null forgets it.</param>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public void Set(string field, FieldOrigin? origin)
    {
        if (!Names.Contains(field))
        {
            throw new ArgumentException($"An article has no field '{field}'.", nameof(field));
        }

        if (origin is null)
        {
            _origins.Remove(field);
        }
        else
        {
            _origins[field] = origin;
        }
    }

    /// <summary>JSON: field name, then line, last line and rule, without what is zero or null.</summary>
    public override string ToString() => JsonSerializer.Serialize(_origins, Json);
}
