namespace NewsPortal.Core.Importing;

/// <summary>Notes line by line what became of a text, and turns that into a ledger without gap or overlap.</summary>
internal sealed class LineLedger
{
    private readonly string text;
    private readonly List<int> starts = [0];
    private readonly (Fate Fate, string? As, string Reason)[] marks;

    public LineLedger(string text, string keptReason)
    {
        this.text = text;
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1)) starts.Add(i + 1);
        marks = new (Fate, string?, string)[starts.Count];
        Array.Fill(marks, (Fate.Kept, null, keptReason));
    }

    /// <summary>Marks lines, counted from 1, inclusive; lines beyond the text are ignored.</summary>
    public void Mark(int first, int last, Fate fate, string? field, string reason)
    {
        for (var line = Math.Max(1, first); line <= Math.Min(last, marks.Length); line++) marks[line - 1] = (fate, field, reason);
    }

    /// <summary>The line that an offset (UTF-16) lies on, counted from 1.</summary>
    public int LineOf(int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The entries, in Unicode code points.</summary>
    public IEnumerable<LedgerEntry> Entries()
    {
        var position = 0;
        var start = 0;
        for (var line = 0; line < marks.Length; line++)
        {
            var end = line + 1 < starts.Count ? starts[line + 1] : text.Length;
            position += CodePoints(text.AsSpan(starts[line], end - starts[line]));
            if (line + 1 < marks.Length && marks[line + 1] == marks[line]) continue;
            if (position > start) yield return new LedgerEntry(start, position - start, marks[line].Fate, marks[line].As, marks[line].Reason);
            start = position;
        }
    }

    private static int CodePoints(ReadOnlySpan<char> run)
    {
        var count = 0;
        foreach (var _ in run.EnumerateRunes()) count++;
        return count;
    }
}
