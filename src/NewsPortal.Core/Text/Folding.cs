using System.Buffers;
using System.Text;

namespace NewsPortal.Core.Text;

/// <summary>
/// Makes texts comparable. Written in managed code because the program runs without ICU, where
/// <see cref="string.Normalize()"/> changes nothing. Every method is idempotent and returns the very string it was
/// given when there is nothing to change.
/// </summary>
public static class Folding
{
    /// <summary>Unicode normalisation form NFKC: full-width Ａ becomes A, ① becomes 1, e + ◌́ becomes é.</summary>
    public static string Compatibility(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text, FoldTable.Compatibility);
    }

    /// <summary>
    /// What the search index and its queries are made of: NFKC, invariant lower case, traditional and variant Han as
    /// simplified, without default ignorable characters (zero-width spaces and joiners, variation selectors).
    /// </summary>
    /// <remarks>
    /// Coarser than a correct conversion: characters of one family become one, whichever was meant.
    /// 台, 臺, 檯 and 颱 are 台; 发, 發 and 髮 are 发; 著 and 着 are 着; 里, 裏 and 裡 are 里; 干, 乾 and 幹 are 干.
    /// So 臺灣 and 台湾, 頭髮 and 头发 find each other.
    /// </remarks>
    public static string ForSearch(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text, FoldTable.Search);
    }

    /// <summary>
    /// Traditional and variant Han as simplified, code point by code point; everything else unchanged. Characters that
    /// mainland print also has with a meaning of their own (著, 藉, 覆, 瞭) stay, and so does 乾 where it is read qian.
    /// </summary>
    public static string ToSimplified(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var map = HanVariants.Instance.Simplified;
        StringBuilder? builder = null;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (map.TryGetValue(rune.Value, out var simplified) && !IsKept(text, at))
            {
                builder ??= new StringBuilder(text, 0, at, text.Length + 2);
                builder.Append(new Rune(simplified));
            }
            else
            {
                builder?.Append(text, at, rune.Utf16SequenceLength);
            }

            at += rune.Utf16SequenceLength;
        }

        return builder?.ToString() ?? text;
    }

    /// <summary>
    /// For comparing headlines and shingles: <see cref="ForSearch"/>, then only letters and digits (with the marks
    /// that belong to them). Two headlines that differ in width, spacing or punctuation are equal.
    /// </summary>
    public static string ForComparison(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var folded = FoldedText.Of(text, FoldTable.Search);
        var chars = folded.Chars;
        var kept = ArrayPool<char>.Shared.Rent(chars.Length);
        var length = 0;
        var inRun = false;
        for (var i = 0; i < chars.Length;)
        {
            var kind = CharacterKinds.At(chars, i, out var size);
            inRun = kind is CharacterKind.Word or CharacterKind.Pair || (kind == CharacterKind.Mark && inRun);
            if (inRun)
            {
                chars.Slice(i, size).CopyTo(kept.AsSpan(length));
                length += size;
            }

            i += size;
        }

        // Letters that have come to stand together may compose (Hangul parted by a space).
        using var again = FoldedText.Of(kept.AsSpan(0, length), FoldTable.Search);
        ArrayPool<char>.Shared.Return(kept);
        return AsString(again.Chars, text);
    }

    // 乾隆, 乾坤 and the place names; everywhere else 乾 is the traditional form of 干.
    private static bool IsKept(string text, int at) =>
        text[at] == '乾' && at + 1 < text.Length && text[at + 1] is '隆' or '坤' or '陵' or '县' or '縣' or '卦' or '清';

    private static string Fold(string text, FoldTable table)
    {
        using var folded = FoldedText.Of(text, table);
        return AsString(folded.Chars, text);
    }

    private static string AsString(ReadOnlySpan<char> chars, string original) =>
        chars.SequenceEqual(original) ? original : chars.ToString();
}
