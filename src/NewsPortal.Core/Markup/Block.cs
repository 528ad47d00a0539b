using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup;

/// <summary>One block of a plain-text body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without markup.</param>
/// <param name="Picture">The picture of a <see cref="BlockKind.Figure"/>; null for a caption whose picture the capture lost.</param>
public sealed record Block(BlockKind Kind, string Text, ExtractedPicture? Picture = null);

/// <summary>The kinds of block that plain text can hold.</summary>
public enum BlockKind
{
    /// <summary>Prose.</summary>
    Paragraph,

    /// <summary>A heading inside the body (【新闻多一点】 without its brackets).</summary>
    Heading,

    /// <summary>A short line that stands like a heading without being marked as one: a paragraph in bold type.</summary>
    Label,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A picture with its caption; the text is the caption, which may be empty.</summary>
    Figure,
}
