namespace NewsPortal.Core.Importing.Ledgers;

/// <summary>Notes line by line what became of a text; the ledger itself is made by <see cref="LedgerBuilder"/>.</summary>
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

    /// <summary>The ledger: lines that share a fate and its reason are one entry.</summary>
    public List<LedgerEntry> Entries()
    {
        var ledger = new LedgerBuilder(text);
        for (var first = 0; first < marks.Length;)
        {
            var next = first + 1;
            while (next < marks.Length && marks[next] == marks[first]) next++;
            var end = next < starts.Count ? starts[next] : text.Length;
            ledger.Add(starts[first], end - starts[first], marks[first].Fate, marks[first].As, marks[first].Reason);
            first = next;
        }

        return ledger.Build();
    }
}
