using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Publishing;

/// <summary>Everything of an article that a person or a file can change, at one moment: what a revision keeps.</summary>
/// <remarks>Names stand in it as names and pictures by their addresses, which are made of the hash of their bytes: it outlives rows.</remarks>
public sealed record ArticleState
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The headline.</summary>
    public string Headline { get; init; } = string.Empty;

    /// <summary>It was made from the first sentence.</summary>
    public bool HeadlineAutomatic { get; init; }

    /// <summary>The line above the headline.</summary>
    public string? Kicker { get; init; }

    /// <summary>The line below the headline.</summary>
    public string? Subheadline { get; init; }

    /// <summary>The sentence on cards.</summary>
    public string? Summary { get; init; }

    /// <summary>It was made from the lede.</summary>
    public bool SummaryAutomatic { get; init; }

    /// <summary>The section's number: it may be renamed meanwhile.</summary>
    public int SectionId { get; init; }

    /// <summary>The section's name.</summary>
    public string Section { get; init; } = string.Empty;

    /// <summary>The organisation it came from.</summary>
    public string? Source { get; init; }

    /// <summary>The writers as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The writers' names.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The editor in charge.</summary>
    public string? Editor { get; init; }

    /// <summary>What opens the text.</summary>
    public string? Dateline { get; init; }

    /// <summary>Topics, in order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was or would be published.</summary>
    public DateTime PublishedUtc { get; init; }

    /// <summary>Only the day of publication was stated.</summary>
    public bool PublishedDateOnly { get; init; }

    /// <summary>Nobody stated when it was published.</summary>
    public bool PublishedAutomatic { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTime? EmbargoUtc { get; init; }

    /// <summary>BCP 47 tag of the text.</summary>
    public string Language { get; init; } = string.Empty;

    /// <summary>A credit that belongs to no single picture.</summary>
    public string? PictureCredit { get; init; }

    /// <summary>The original's address elsewhere.</summary>
    public string? OriginalUrl { get; init; }

    /// <summary>The site it was saved from.</summary>
    public string? OriginalSiteName { get; init; }

    /// <summary>Address of the picture on cards.</summary>
    public string? Cover { get; init; }

    /// <summary>Pictures, in order.</summary>
    public IReadOnlyList<PictureState> Pictures { get; init; } = [];

    /// <summary>The body as stored.</summary>
    public string Html { get; init; } = string.Empty;

    /// <summary>The body as plain text.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Takes it.</summary>
    /// <param name="article">The article with everything; see <see cref="WholeArticle"/>.</param>
    /// <param name="body">Its body.</param>
    public static ArticleState Of(Article article, ArticleBody body)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(body);
        return new ArticleState
        {
            Headline = article.Headline,
            HeadlineAutomatic = article.HeadlineAutomatic,
            Kicker = article.Kicker,
            Subheadline = article.Subheadline,
            Summary = article.Summary,
            SummaryAutomatic = article.SummaryAutomatic,
            SectionId = article.Section?.Id ?? 0,
            Section = article.Section?.Name ?? string.Empty,
            Source = article.Source?.Name,
            Byline = article.Byline,
            Authors = [.. article.Authors.OrderBy(a => a.Position).Select(a => a.Author.Name)],
            Editor = article.Editor,
            Dateline = article.Dateline,
            Tags = [.. article.Tags.OrderBy(t => t.Position).Select(t => t.Tag.Name)],
            PublishedUtc = article.PublishedUtc,
            PublishedDateOnly = article.PublishedDateOnly,
            PublishedAutomatic = article.PublishedAutomatic,
            EmbargoUtc = article.EmbargoUtc,
            Language = article.Language,
            PictureCredit = article.PictureCredit,
            OriginalUrl = article.OriginalUrl,
            OriginalSiteName = article.OriginalSiteName,
            Cover = article.LeadPicture?.Path,
            Pictures = [.. article.Pictures.OrderBy(p => p.Position).Select(p => new PictureState(p.Picture?.Path, p.OriginalSrc, p.AltText, p.Caption, p.Credit))],
            Html = body.Html,
            Text = body.Text,
        };
    }

    /// <summary>True where nothing differs.</summary>
    /// <param name="other">The other state.</param>
    public bool SaysTheSameAs(ArticleState other) => Written().AsSpan().SequenceEqual(other?.Written());

    /// <summary>As a revision keeps it: JSON, compressed.</summary>
    internal byte[] Pack()
    {
        var json = Written();
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(json.Length)];

        // The level of kept originals: higher ones cost more than they save.
        return BrotliEncoder.TryCompress(json, packed, out var written, quality: 5, window: 18)
            ? packed[..written]
            : throw new InvalidOperationException("A revision could not be compressed.");
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    internal static ArticleState Unpack(byte[] packed)
    {
        using var json = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ArticleState>(json, Json) ?? new ArticleState();
    }

    private byte[] Written() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

/// <summary>A picture's place in an article at one moment.</summary>
/// <param name="Path">Its address; null where its bytes are missing.</param>
/// <param name="Src">The address that the file gave.</param>
/// <param name="Alt">What a screen reader says.</param>
/// <param name="Caption">What is printed under it.</param>
/// <param name="Credit">Who made it.</param>
public sealed record PictureState(string? Path, string? Src, string? Alt, string? Caption, string? Credit);
