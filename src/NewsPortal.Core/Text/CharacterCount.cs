namespace NewsPortal.Core.Text;

/// <summary>字数: how long a text is to its reader.</summary>
public static class CharacterCount
{
    /// <summary>An unhurried reader's pace, in characters a minute.</summary>
    private const int CharactersPerMinute = 400;

    /// <summary>
    /// Han characters, kana and Hangul one each, and words and numbers of other scripts one each. Punctuation is not
    /// counted; a number with its separators (14.6, 1,000, 17:20) and a word with an apostrophe or hyphen are one.
    /// </summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = 0;
        var inWord = false;
        for (var i = 0; i < text.Length;)
        {
            var kind = CharacterKinds.At(text, i, out var size);
            if (kind == CharacterKind.Pair || (kind == CharacterKind.Word && !inWord)) count++;
            inWord = kind == CharacterKind.Word
                || (inWord && (kind == CharacterKind.Mark || JoinsWords(text, i)));
            i += size;
        }

        return count;
    }

    /// <summary>Whole minutes, rounded up, at least 1.</summary>
    public static int ReadingMinutes(string text) =>
        Math.Max(1, (Of(text) + CharactersPerMinute - 1) / CharactersPerMinute);

    private static bool JoinsWords(string text, int at) =>
        text[at] is '.' or ',' or ':' or '\'' or '’' or '-' or '/'
        && at + 1 < text.Length
        && CharacterKinds.At(text, at + 1, out _) == CharacterKind.Word;
}
