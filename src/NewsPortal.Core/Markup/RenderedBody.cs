using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup;

/// <summary>A body once it has been made safe, and what was found in it.</summary>
/// <param name="Html">The markup for readers. A picture stands in it as <c>&lt;img src="picture:N"&gt;</c>, N being its place in <paramref name="Pictures"/> from 0; see <c>PicturePlaceholders</c>.</param>
/// <param name="Text">Plain text, one paragraph, heading, list item, table row, quote line or caption a line, in reading order.</param>
/// <param name="Headings">Headings, in order.</param>
/// <param name="Captions">Captions, in order.</param>
/// <param name="Pictures">Pictures, in order, lost ones included.</param>
public sealed record RenderedBody(
    SafeHtml Html,
    string Text,
    IReadOnlyList<string> Headings,
    IReadOnlyList<string> Captions,
    IReadOnlyList<ExtractedPicture> Pictures);
