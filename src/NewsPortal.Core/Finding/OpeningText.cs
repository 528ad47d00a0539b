using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Where reasons are sought: an article's headline, its opening and its tags.</summary>
/// <param name="Headline">The headline as printed.</param>
/// <param name="Text">The beginning of the text as printed.</param>
/// <param name="Tags">Names of its tags, in order.</param>
public sealed record OpeningText(string Headline, string Text, IReadOnlyList<string> Tags)
{
    /// <summary>Headline and beginning, as printed.</summary>
    public string Printed { get; } = Headline + "\n" + Text;

    /// <summary>The same, folded for search.</summary>
    public string Folded { get; } = Folding.ForSearch(Headline + "\n" + Text);

    /// <summary>The headline, folded for search.</summary>
    public string FoldedHeadline { get; } = Folding.ForSearch(Headline);
}
