namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>
/// Characters of scripts that are written without spaces: a line broken between two of them was not a space
/// (CSS Text Level 3, "Segment Break Transformation Rules").
/// </summary>
internal static class WideCharacters
{
    /// <summary>True where a line end between the two stands for nothing.</summary>
    public static bool Joins(char before, char after) => IsWide(before) && IsWide(after);

    private static bool IsWide(char c) => c is
        (>= '\u2E80' and <= '\u303E') or      // radicals, CJK punctuation
        (>= '\u3041' and <= '\u33FF') or      // kana, bopomofo, enclosed forms
        (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or
        (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF01' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6') or
        (>= '\uD840' and <= '\uD88F') or      // high surrogates of planes 2 and 3
        (>= '\uDC00' and <= '\uDFFF') or      // the low half that ends such a pair
        '“' or '”' or '‘' or '’' or '…' or '—' or '·';
}
