namespace NewsPortal.Core.Finding.Searching;

/// <summary>Parts what was typed into terms: at blanks, but not inside quotation marks; a leading minus excludes.</summary>
/// <remarks>
/// Quotation marks quote only where they enclose a term whole, from blank to blank. Elsewhere they are the punctuation
/// of a pasted sentence (评为“十佳”的), which a phrase walks across anyway.
/// </remarks>
internal static class QueryTerms
{
    private const string Opening = "\"“「『＂〝";
    private const string Closing = "\"”」』＂〞";
    private const string Minus = "-－−";

    /// <summary>The terms in order.</summary>
    /// <param name="text">As typed.</param>
    public static IEnumerable<(string Text, bool Quoted, bool Excluded)> Of(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var excluded = Minus.Contains(text[i], StringComparison.Ordinal) && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            var start = excluded ? i + 1 : i;
            var close = QuotedUntil(text, start);
            var end = close > 0 ? close : NextBlank(text, start);
            yield return close > 0 ? (text[(start + 1)..close], true, excluded) : (text[start..end], false, excluded);
            i = close > 0 ? close + 1 : end;
        }
    }

    // The index of the mark that closes the one at start, where a blank or the end follows it; else 0.
    private static int QuotedUntil(string text, int start)
    {
        var kind = Opening.IndexOf(text[start], StringComparison.Ordinal);
        if (kind < 0)
        {
            return 0;
        }

        for (var close = text.IndexOf(Closing[kind], start + 1); close > 0; close = text.IndexOf(Closing[kind], close + 1))
        {
            if (close + 1 == text.Length || char.IsWhiteSpace(text[close + 1]))
            {
                return close > start + 1 ? close : 0;
            }
        }

        return 0;
    }

    private static int NextBlank(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
