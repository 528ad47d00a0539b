using System.Buffers;

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

    /// <summary>The tokens joined by single spaces, ready for a tokenizer that only knows spaces (FTS5's <c>ascii</c>).</summary>
    public static string Joined(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var folded = FoldedText.Of(text, FoldTable.Search);
        // At worst every unit gives a pair and a space.
        var buffer = ArrayPool<char>.Shared.Rent(folded.Chars.Length * 3);
        var length = 0;
        foreach (var token in new TokenEnumerator(folded.Chars))
        {
            if (length > 0) buffer[length++] = ' ';
            token.CopyTo(buffer.AsSpan(length));
            length += token.Length;
        }

        var joined = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return joined;
    }

    /// <summary>
    /// The tokens of a phrase query. The last character of a term need not be the last of a run in a text, so its tail is
    /// left out (贵阳 → 贵阳); where the term ends in a single character, its token matches as a prefix (贵 → 贵*).
    /// </summary>
    /// <param name="term">What was typed between two spaces; it may hold several runs.</param>
    /// <param name="lastIsPrefix">True when the last token is to be matched as a prefix.</param>
    public static List<string> PhraseTokens(string term, out bool lastIsPrefix)
    {
        ArgumentNullException.ThrowIfNull(term);
        var tokens = new List<string>(term.Length);
        using var folded = FoldedText.Of(term, FoldTable.Search);
        var last = TokenKind.Word;
        for (var walk = new TokenEnumerator(folded.Chars); walk.MoveNext();)
        {
            tokens.Add(TokenStrings.Of(walk.Current));
            last = walk.Kind;
        }

        if (last == TokenKind.Tail) tokens.RemoveAt(tokens.Count - 1);
        lastIsPrefix = last == TokenKind.Single;
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
