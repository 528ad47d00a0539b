namespace NewsPortal.Core.Access;

/// <summary>A secret address at which an article can be read before it is public, by whoever has it, for a time.</summary>
public sealed class PreviewLink
{
    /// <summary>SHA-256 of the secret, hexadecimal; the secret itself is not stored.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Who made it.</summary>
    public string Actor { get; set; } = string.Empty;

    /// <summary>When it was made.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>When it ends.</summary>
    public DateTime ExpiresUtc { get; set; }
}
