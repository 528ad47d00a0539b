namespace NewsPortal.Core.Reading;

/// <summary>
/// An article's own part of its page (everything but what the whole site shares), rendered once and kept as one flushed
/// deflate run, so that an answer is joined from runs and never rendered twice.
/// </summary>
public sealed class ArticleRun
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>What made it: view version, base address and every setting shown. A run with another fingerprint is never sent.</summary>
    public string Fingerprint { get; set; } = string.Empty;

    /// <summary>SHA-256 of the bytes before compression, first 16 hexadecimal digits; part of the page's ETag.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>CRC-32 of the bytes before compression.</summary>
    public long Crc { get; set; }

    /// <summary>Length in bytes before compression.</summary>
    public int Length { get; set; }

    /// <summary>The deflate run, ended by a sync flush.</summary>
    public byte[] Deflated { get; set; } = [];
}
