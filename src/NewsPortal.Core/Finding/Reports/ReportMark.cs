namespace NewsPortal.Core.Finding;

/// <summary>One of the pieces of text by which reprints of an article are looked for.</summary>
public sealed class ReportMark
{
    /// <summary>Hash of the piece; see <see cref="ReportSketch"/>.</summary>
    public long Hash { get; set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }
}
