namespace NewsPortal.Core.Text;

/// <summary>
/// Gives Chinese text back the full-width marks that some capture folded to ASCII: <c>, ! ? : ; ( )</c> become
/// ，！？：；（）. For plain text only, never for Markdown or HTML. A mark is judged by the words on both sides of it
/// within its line; numbers, times, codes, addresses and phrases in Latin letters keep theirs.
/// </summary>
public static class PunctuationWidth
{
    /// <summary>Below this share of restorable marks among the Han characters a text is not called folded.</summary>
    private const int HanPerMark = 200;

    /// <summary>Full-width marks may be one in so many, and the text still counts as folded.</summary>
    private const int FoldedPerFull = 8;

    /// <summary>
    /// Restores the marks, one character for one; spaces stay. Marks that are full-width already stay so. Idempotent.
    /// </summary>
    public static string Restore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var restored = Restored(text);
        return restored is null ? text : new string(restored);
    }

    /// <summary>
    /// True when the text as a whole seems to have been folded: it has half-width marks where Chinese puts full-width
    /// ones, and next to no full-width ones.
    /// </summary>
    public static bool IsFolded(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Restored(text) is not { } restored) return false;
        var full = 0;
        var changed = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (restored[i] != text[i]) changed++;
            else if (Marks.IsFull(text[i])) full++;
        }

        return changed > 0 && changed * HanPerMark >= HanText.Count(text) && full * FoldedPerFull <= changed;
    }

    // Null when nothing changes.
    private static char[]? Restored(string text)
    {
        char[]? restored = null;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, end - start);
            if (line.IndexOfAny(Marks.Half) >= 0)
            {
                var marks = new MarkedLine(line);
                for (var i = 0; i < line.Length; i++)
                {
                    if (!Marks.IsHalf(line[i]) || !marks.IsChinese(i)) continue;
                    restored ??= text.ToCharArray();
                    restored[start + i] = Marks.Full(line[i]);
                }
            }

            start = end + 1;
        }

        return restored;
    }
}
