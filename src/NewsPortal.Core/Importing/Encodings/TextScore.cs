using System.Globalization;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>How much a text looks like Chinese prose rather than like another text read in the wrong encoding.</summary>
internal static class TextScore
{
    private const string Punctuation = "，。、；：？！“”‘’（）《》〈〉【】「」『』—…·～％　";

    /// <summary>The mean over the characters beyond ASCII; 0 where there are none.</summary>
    public static double Of(string text, int faults)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < 0x80 or 0xFFFD) continue;
            count++;
            sum += rune.IsBmp ? OfCharacter((char)rune.Value) : -0.5;
        }

        // A few damaged bytes say nothing against an encoding; a tenth of all says much.
        return count == 0 ? 0 : (sum - (2 * faults)) / (count + faults);
    }

    /// <summary>From 1.4 for a common character to -2 for one that no text holds.</summary>
    public static double OfCharacter(char c)
    {
        if (CommonHan.Contains(c)) return 1.4;
        if (Punctuation.Contains(c, StringComparison.Ordinal)) return 1;
        return c switch
        {
            >= '\u4E00' and <= '\u9FA5' => HanLevels.IsFirst(c) ? 0.5 : HanLevels.IsSecond(c) ? -0.1 : -0.5,
            >= '\uFF01' and <= '\uFF5E' => 0.6,
            < '\u0080' => 0.2,
            < '\u2000' => -0.3,
            >= '\u2000' and <= '\u2BFF' => 0,
            >= '\u3000' and <= '\u303F' => 0.3,
            >= '\uE000' and <= '\uF8FF' => -2,
            '\uFFFD' => -2,
            _ => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control ? -2 : -0.5,
        };
    }
}
