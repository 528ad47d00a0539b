using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NewsPortal.Core.Text;

/// <summary>What a character is to the splitter.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Parts runs: spaces, punctuation, symbols, control characters.</summary>
    Separator,

    /// <summary>A letter or digit of a script that puts spaces between words.</summary>
    Word,

    /// <summary>Han, kana or Hangul: indexed by pairs.</summary>
    Pair,

    /// <summary>A combining mark: belongs to the run before it, and is a separator where there is none.</summary>
    Mark,
}

internal static class CharacterKinds
{
    private static readonly CharacterKind[] Basic = OfBasicPlane();

    /// <summary>The kind of the code point at an index, and how many UTF-16 units it takes.</summary>
    public static CharacterKind At(ReadOnlySpan<char> text, int index, out int size)
    {
        var c = text[index];
        size = 1;
        if (!char.IsSurrogate(c)) return Basic[c];
        if (!char.IsHighSurrogate(c) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
            return CharacterKind.Separator;
        size = 2;
        return Of(char.ConvertToUtf32(c, text[index + 1]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static CharacterKind[] OfBasicPlane()
    {
        var kinds = new CharacterKind[0x10000];
        for (var c = 0; c < kinds.Length; c++) kinds[c] = Of(c);
        return kinds;
    }

    private static CharacterKind Of(int codePoint)
    {
        if (!Rune.IsValid(codePoint)) return CharacterKind.Separator;
        var rune = new Rune(codePoint);
        if (HanText.IsHan(rune) || IsKanaOrHangul(codePoint)) return CharacterKind.Pair;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                => CharacterKind.Mark,
            _ => Rune.IsLetterOrDigit(rune) && codePoint != '丨' ? CharacterKind.Word : CharacterKind.Separator,
        };
    }

    private static bool IsKanaOrHangul(int c) => c is
        (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF) or (>= 0x1AFF0 and <= 0x1B16F)
        or (>= 0x1100 and <= 0x11FF) or (>= 0x3131 and <= 0x318E) or (>= 0xA960 and <= 0xA97C)
        or (>= 0xAC00 and <= 0xD7FB);
}
