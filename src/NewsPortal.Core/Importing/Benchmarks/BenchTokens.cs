using System.Text;
using System.Text.RegularExpressions;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>Cuts text into the tokens that bodies are compared by.</summary>
internal static partial class BenchTokens
{
    /// <summary>Runs of word characters: the tokens of the English set.</summary>
    public static List<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    /// <summary>After compatibility folding each Han or kana character is a token; other word characters form runs.</summary>
    public static List<string> Mixed(string text)
    {
        var tokens = new List<string>();
        var run = new StringBuilder();
        foreach (var rune in Folding.Compatibility(text).EnumerateRunes())
        {
            var alone = HanText.IsHan(rune) || rune.Value is >= 0x3040 and <= 0x30FF;
            if (!alone && (Rune.IsLetterOrDigit(rune) || rune.Value == '_'))
            {
                run.Append(rune);
                continue;
            }

            Flush();
            if (alone)
            {
                tokens.Add(rune.ToString());
            }
        }

        Flush();
        return tokens;

        void Flush()
        {
            if (run.Length > 0)
            {
                tokens.Add(run.ToString());
            }

            run.Clear();
        }
    }

    /// <summary>What titles and sources are compared by: compatibility folding, no white space.</summary>
    public static string Tight(string? text) => string.Concat(Folding.Compatibility(text ?? string.Empty).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>What names are compared by: letters and digits alone.</summary>
    public static string Letters(string text) => string.Concat(Folding.Compatibility(text).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
