using System.Text;

namespace NewsPortal.Core.Text;

/// <summary>Which characters are Han.</summary>
public static class HanText
{
    /// <summary>
    /// True for CJK ideographs: the unified and compatibility blocks, all of planes 2 and 3 (where the extensions lie and
    /// later ones will), the iteration mark 々 and the zero 〇; but not 丨 (U+4E28), which headlines use as a bar.
    /// </summary>
    public static bool IsHan(Rune rune) =>
        rune.Value < 0x10000 ? IsHan((char)rune.Value) : rune.Value is >= 0x20000 and <= 0x3FFFD;

    /// <summary>The same for the basic plane; a surrogate is not Han.</summary>
    public static bool IsHan(char c) =>
        c != '丨' && c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '々' or '〇';

    /// <summary>The number of Han characters (code points).</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
            if (IsHan(rune)) count++;
        return count;
    }

    /// <summary>Han characters among all characters that are not white space, 0 to 1; 0 for an empty text.</summary>
    public static double HanShare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var han = 0;
        var all = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) continue;
            all++;
            if (IsHan(rune)) han++;
        }

        return all == 0 ? 0 : (double)han / all;
    }
}
