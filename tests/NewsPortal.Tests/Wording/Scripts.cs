using System.Text.RegularExpressions;
using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Wording;

/// <summary>Tells the writing of a text by the project's own tables.</summary>
internal static partial class Scripts
{
    // A simplified form that traditional writing has as a character of its own: each of these stands in Taiwan's print.
    private const string InBoth = "稿法一出同家址每布表只面向";

    // What traditional characters are simplified to; a character that is nothing else does not belong into traditional writing.
    private static readonly HashSet<char> SimplifiedForms =
        [.. HanVariants.Instance.Simplified.Where(p => p.Value <= char.MaxValue).Select(p => (char)p.Value).Except(InBoth)];

    public static IEnumerable<char> Han(string text) => HanCharacter().Matches(text).Select(m => m.Value[0]);

    public static IEnumerable<char> OnlySimplified(string text) => text.Where(SimplifiedForms.Contains).Distinct();

    public static IEnumerable<char> OnlyTraditional(string text) => text.Where(c => Folding.ToSimplified(c.ToString()) != c.ToString()).Distinct();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKSymbolsandPunctuation}\uFF01-\uFF5E]")]
    private static partial Regex HanCharacter();
}
