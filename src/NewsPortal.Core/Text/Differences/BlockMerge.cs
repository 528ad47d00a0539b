namespace NewsPortal.Core.Text.Differences;

/// <summary>Makes one list of two that were made from a third, where they changed different parts of it.</summary>
internal static class BlockMerge
{
    /// <summary>Merges.</summary>
    /// <returns>Null where both changed the same part, each in its way.</returns>
    public static List<string>? Of(IReadOnlyList<string> began, IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var changes = Changes(began, one);
        foreach (var change in Changes(began, other))
        {
            if (changes.Exists(c => c.Says(change)))
            {
                continue;
            }

            if (changes.Exists(c => c.Meets(change)))
            {
                return null;
            }

            changes.Add(change);
        }

        var merged = began.ToList();
        foreach (var change in changes.OrderByDescending(c => c.From).ThenByDescending(c => c.Count))
        {
            merged.RemoveRange(change.From, change.Count);
            merged.InsertRange(change.From, change.Blocks);
        }

        return merged;
    }

    private static List<Change> Changes(IReadOnlyList<string> began, IReadOnlyList<string> now) =>
        [.. TextDiff.Blocks(began, now).Select(b => new Change(b.DeleteStartA, b.DeleteCountA, [.. now.Skip(b.InsertStartB).Take(b.InsertCountB)]))];

    private sealed record Change(int From, int Count, List<string> Blocks)
    {
        private int End => From + Count;

        public bool Says(Change other) => From == other.From && Count == other.Count && Blocks.SequenceEqual(other.Blocks);

        // Two insertions at one place meet too: nobody can say which comes first.
        public bool Meets(Change other) => From < other.End && other.From < End || (From == other.From && (Count == 0 || other.Count == 0));
    }
}
