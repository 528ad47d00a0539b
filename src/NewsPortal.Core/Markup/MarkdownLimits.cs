using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup;

/// <summary>
/// What the Markdown parser may be given. Each mark below makes it look back or ahead over all others of its kind, so its
/// time grows with the square of their number; articles hold a few hundred.
/// </summary>
internal static class MarkdownLimits
{
    /// <summary>Characters. A long book has a million.</summary>
    public const int Longest = 2_000_000;

    private const int MostMarks = 20_000;

    public static void Check(string markdown)
    {
        if (markdown.Length > Longest) throw TooLarge($"{markdown.Length:N0} characters, at most {Longest:N0} are read");
        foreach (var mark in "[]*_`<~|")
        {
            var count = markdown.AsSpan().Count(mark);
            if (count > MostMarks) throw TooLarge($"{count:N0} times \"{mark}\", at most {MostMarks:N0} are read");
        }
    }

    private static RejectedInputException TooLarge(string what) => new($"the Markdown is too large: {what}; divide it and import it again");
}
