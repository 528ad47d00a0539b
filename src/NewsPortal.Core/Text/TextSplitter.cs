namespace NewsPortal.Core.Text;

/// <summary>
/// The one splitter of text into search tokens, for import and query and for both databases. A text is folded with
/// <see cref="Folding.ForSearch"/>; runs of letters and digits are tokens; every Han character, kana or Hangul syllable
/// gives the pair with its right neighbour, the last of a run stands alone: 工信部 → 工信 信部 部.
/// </summary>
public static partial class TextSplitter
{
    /// <summary>Adds the tokens of a text, in reading order.</summary>
    public static void Split(ReadOnlySpan<char> text, List<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        using var folded = FoldedText.Of(text, FoldTable.Search);
        foreach (var token in new TokenEnumerator(folded.Chars)) tokens.Add(TokenStrings.Of(token));
    }

    /// <summary>The tokens of a text, in reading order.</summary>
    public static List<string> Tokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<string>(text.Length);
        Split(text, tokens);
        return tokens;
    }

    /// <summary>
    /// What a text is about, in pieces: pairs and words of two characters and more, with repetitions, without the lone
    /// characters that a search needs.
    /// </summary>
    public static IEnumerable<string> Pairs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pairs = new List<string>(text.Length);
        using var folded = FoldedText.Of(text, FoldTable.Search);
        for (var walk = new TokenEnumerator(folded.Chars); walk.MoveNext();)
            if (walk.Kind == TokenKind.Pair || (walk.Kind == TokenKind.Word && walk.Current.Length > 1))
                pairs.Add(TokenStrings.Of(walk.Current));
        return pairs;
    }
}
