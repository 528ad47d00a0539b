using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsPortal.Tests.Outside;

/// <summary>
/// Writes out the document that a recipe stands for: strings with how often each is repeated, or a formula such as
/// <c>for i in 1..3: "a" + "b"*i</c> whose parts follow one another after "+" or "then"; <c>&lt;i&gt;</c> and, in square
/// brackets, <c>i</c> stand for the number.
/// </summary>
internal static partial class ShapeRecipe
{
    public static string Write(JsonElement recipe)
    {
        var text = new StringBuilder();
        if (recipe.TryGetProperty("parts", out var parts))
        {
            foreach (var part in parts.EnumerateArray()) text.Insert(text.Length, part.GetProperty("s").GetString()!, part.GetProperty("n").GetInt32());
        }
        else
        {
            Append(text, recipe.GetProperty("shape").GetString()!);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string formula)
    {
        var at = 0;
        foreach (Match part in Part().Matches(formula))
        {
            Assert.True(part.Index == at, $"This formula is not understood: {formula}");
            at += part.Length;
            var (from, to) = part.Groups["from"].Success ? (Number(part, "from"), Number(part, "to")) : (0, 0);
            for (var i = from; i <= to; i++)
            {
                foreach (Match piece in Piece().Matches(part.Groups["pieces"].Value))
                {
                    var times = piece.Groups["times"].Value is { Length: > 0 } count ? count == "i" ? i : int.Parse(count, CultureInfo.InvariantCulture) : 1;
                    text.Insert(text.Length, WithNumber(piece.Groups["text"].Value, i), times);
                }
            }
        }

        Assert.True(at == formula.Length, $"This formula is not understood: {formula}");
    }

    private static string WithNumber(string text, int i)
    {
        var number = i.ToString(CultureInfo.InvariantCulture);
        return text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("<i>", number, StringComparison.Ordinal).Replace("[i]", $"[{number}]", StringComparison.Ordinal);
    }

    private static int Number(Match part, string group) => int.Parse(part.Groups[group].Value, CultureInfo.InvariantCulture);

    // A loop takes the string behind it, and further ones where one of them is repeated "i" times.
    [GeneratedRegex("""(?:\s*(?:\+|then)\s*)?(?:for i in (?<from>\d+)\.\.(?<to>\d+): )?(?<pieces>"[^"]*"(?:\*i \+ "[^"]*"| \+ "[^"]*"\*i|\*\d+)?)""")]
    private static partial Regex Part();

    [GeneratedRegex("""
        "(?<text>[^"]*)"(?:\*(?<times>\w+))?
        """)]
    private static partial Regex Piece();
}
