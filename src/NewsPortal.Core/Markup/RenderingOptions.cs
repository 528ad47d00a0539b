namespace NewsPortal.Core.Markup;

/// <summary>What a renderer needs to know about where the markup came from.</summary>
/// <param name="BaseAddress">The page's own address, against which its relative links are resolved; null leaves them relative.</param>
/// <param name="TitleIsCaption">True where a picture's <c>title</c> is its caption, as in Markdown; a web page keeps other things there.</param>
public sealed record RenderingOptions(Uri? BaseAddress = null, bool TitleIsCaption = false);
