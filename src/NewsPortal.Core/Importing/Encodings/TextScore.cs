using System.Globalization;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>How much a text looks like Chinese prose rather than like another text read in the wrong encoding.</summary>
internal static class TextScore
{
    private const int FewestCharacters = 6;
    private const string Punctuation = "，。、；：？！“”‘’（）《》〈〉【】「」『』—…·～％　";

    /// <summary>The mean over the characters beyond ASCII; 0 where there are none.</summary>
    public static double Of(string text, int faults)
    {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is < '\u0080' or '\uFFFD' || char.IsLowSurrogate(c)) continue;
            count++;
            sum += char.IsHighSurrogate(c) ? -0.5 : StandsInWord(text, i) ? -1 : OfCharacter(c);
        }

        // A few damaged bytes say nothing against an encoding, a tenth of all says much; and a handful of characters proves nothing.
        return count < FewestCharacters ? 0 : (sum - (2 * faults)) / (count + faults);
    }

    /// <summary>A single Han character inside a Latin word is what an accented letter looks like in the wrong encoding.</summary>
    private static bool StandsInWord(string text, int i)
    {
        if (text[i] is < '\u4E00' or > '\u9FFF') return false;
        var before = i > 0 ? text[i - 1] : ' ';
        var after = i + 1 < text.Length ? text[i + 1] : ' ';
        return before < '\u0080' && after < '\u0080' && (char.IsAsciiLetter(before) || char.IsAsciiLetter(after));
    }

    /// <summary>From 1.4 for a common character to -2 for one that no text holds.</summary>
    public static double OfCharacter(char c)
    {
        if (CommonHan.Contains(c)) return 1.4;
        if (Punctuation.Contains(c, StringComparison.Ordinal)) return 0.8;
        return c switch
        {
            >= '\u4E00' and <= '\u9FA5' => HanLevels.IsFirst(c) ? 0.3 : HanLevels.IsSecond(c) ? -0.3 : -0.5,
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
