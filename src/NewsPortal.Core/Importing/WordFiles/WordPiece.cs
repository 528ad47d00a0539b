namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>How a run of text is set.</summary>
[Flags]
internal enum PieceFormat
{
    None = 0, Bold = 1, Italic = 2, Sub = 4, Sup = 8, Strike = 16,
}

/// <summary>Why text of a document is left out of the article.</summary>
/// <param name="As">What the ledger calls it.</param>
/// <param name="Reason">For a person to read.</param>
internal sealed record LeftOut(string As, string Reason)
{
    public static LeftOut Deleted { get; } = new("deleted", "deleted by a tracked change");
    public static LeftOut Hidden { get; } = new("hidden", "hidden text");
    public static LeftOut Comment { get; } = new("comment", "comment of an editor");
    public static LeftOut Header { get; } = new("header", "header of the printed page");
    public static LeftOut Footer { get; } = new("footer", "footer of the printed page");
    public static LeftOut Contents { get; } = new("contents", "table of contents");
    public static LeftOut Placeholder { get; } = new("placeholder", "words of the template that stand where nothing was filled in");
    public static LeftOut Unreferenced { get; } = new("note", "footnote that nothing refers to");
}

/// <summary>A run of text in one setting, a line break, or a picture's place.</summary>
/// <param name="Text">The text; <c>\n</c> alone is a line break; empty for a picture.</param>
/// <param name="Format">How it is set.</param>
/// <param name="Link">The address it links to; null for none.</param>
/// <param name="Out">Why it is left out; null where it is kept.</param>
/// <param name="Picture">Index of the picture that stands here; -1 for text.</param>
/// <param name="Above">What stands above it in small print (ruby); null for nothing.</param>
/// <param name="Made">True for marks that Word counts by itself, such as a footnote's number: shown, but no text of the document.</param>
/// <param name="Alt">What a screen reader says of the picture.</param>
internal sealed record WordPiece(
    string Text, PieceFormat Format = PieceFormat.None, string? Link = null, LeftOut? Out = null, int Picture = -1, string? Above = null, bool Made = false, string? Alt = null)
{
    /// <summary>The text as the ledger covers it.</summary>
    public string Covered => Made ? string.Empty : Above is null ? Text : $"{Text}（{Above}）";

    public bool IsBreak => Text is "\n";
}
