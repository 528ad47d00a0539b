namespace NewsPortal.Core.Articles;

/// <summary>
/// A few sentences of the publisher's own at the head of a section, tag, source, writer or story. Rows of their own, because
/// lists of articles read names along and need no sentences.
/// </summary>
public sealed class Introduction
{
    /// <summary>How many characters it has at most.</summary>
    public const int Longest = 500;

    /// <summary>What it introduces.</summary>
    public NameKind Kind { get; set; }

    /// <summary>The number of the section, tag, source, writer or story.</summary>
    public long TargetId { get; set; }

    /// <summary>The sentences, plain text in one line.</summary>
    public string Text { get; set; } = string.Empty;
}
