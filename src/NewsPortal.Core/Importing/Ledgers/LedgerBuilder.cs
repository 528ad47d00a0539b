using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Ledgers;

/// <summary>
/// Collects what became of each run of a text and makes of it a ledger that covers the text without gap or overlap,
/// counted in code points.
/// </summary>
/// <remarks>Where two marks overlap the later one wins. White space that nobody marked goes with the run before it.</remarks>
public sealed class LedgerBuilder
{
    private readonly string text;
    private readonly int[] owners;
    private readonly List<Mark> marks = [];

    /// <summary>Starts a ledger of a text.</summary>
    /// <param name="text">The decoded text; for HTML its visible text.</param>
    public LedgerBuilder(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.text = text;
        owners = new int[text.Length];
    }

    /// <summary>Says what became of a run.</summary>
    /// <param name="start">Where it starts, in UTF-16 units.</param>
    /// <param name="length">Its length in UTF-16 units.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="taken">The field, list or kind of chrome it was taken for.</param>
    /// <param name="reason">The rule, for a person to read.</param>
    public void Add(int start, int length, Fate fate, string? taken, string reason)
    {
        if (length <= 0)
        {
            return;
        }

        marks.Add(new(fate, taken, reason));
        owners.AsSpan(start, length).Fill(marks.Count);
    }

    /// <summary>The ledger, in the order of the text; empty for an empty text.</summary>
    public List<LedgerEntry> Build()
    {
        marks.Add(new(Fate.Dropped, null, "no rule took it"));
        var unknown = marks.Count;
        SettleUnmarked(unknown);
        var entries = new List<LedgerEntry>();
        var points = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = RunEnd(i);
            var length = CodePoints.In(text.AsSpan(i, end - i));
            var mark = marks[owners[i] - 1];
            entries.Add(new(points, length, mark.Fate, mark.Taken, mark.Reason));
            points += length;
            i = end;
        }

        return entries;
    }

    private void SettleUnmarked(int unknown)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (owners[i] == 0)
            {
                owners[i] = !char.IsWhiteSpace(text[i]) ? unknown : i > 0 ? owners[i - 1] : 0;
            }

            // Half a character has no place in a ledger of code points.
            if (i > 0 && char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                owners[i] = owners[i - 1];
            }
        }

        var first = Array.FindIndex(owners, o => o != 0);
        owners.AsSpan(0, first < 0 ? owners.Length : first).Fill(first < 0 ? unknown : owners[first]);
    }

    private int RunEnd(int start)
    {
        var end = start + 1;
        while (end < text.Length && owners[end] == owners[start])
        {
            end++;
        }

        return end;
    }

    private sealed record Mark(Fate Fate, string? Taken, string Reason);
}
