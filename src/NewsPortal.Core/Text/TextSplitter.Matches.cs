namespace NewsPortal.Core.Text;

public static partial class TextSplitter
{
    /// <summary>
    /// Where terms stand in a text, found as the search finds them: whatever the width, case or script, whole words
    /// where a term begins or ends in letters, and across the punctuation between runs.
    /// </summary>
    /// <returns>UTF-16 ranges of <paramref name="original"/>, sorted, not overlapping; longer terms come first to their place.</returns>
    public static List<(int Start, int Length)> FindMatches(string original, IReadOnlyList<string> terms)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(terms);
        var matches = new List<(int Start, int Length)>();
        var wanted = terms.Select(t => new RunText(t).Text).Where(t => t.Length > 0).Distinct()
            .OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal);
        RunText? text = null;
        bool[] taken = [];
        foreach (var term in wanted)
        {
            text ??= new RunText(original);
            if (taken.Length == 0) taken = new bool[original.Length];
            foreach (var (start, end) in text.Find(term))
            {
                var range = taken.AsSpan(start, end - start);
                if (range.Contains(true)) continue;
                range.Fill(true);
                matches.Add((start, end - start));
            }
        }

        matches.Sort();
        return matches;
    }
}
