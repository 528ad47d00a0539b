namespace NewsPortal.Core.Text.Differences;

/// <summary>Gathers pieces that stayed, went and came, and joins them into runs that a person can read.</summary>
internal sealed class DiffRuns
{
    // A Chinese word has mostly two characters: one that stayed between two changes is chance, three are a word with meaning.
    private const int LongestChance = 2;

    private readonly List<Stretch> _stretches = [];

    /// <summary>Pieces that both texts have.</summary>
    public void Equal(IEnumerable<string> pieces)
    {
        if (_stretches is [.., { IsEqual: true } last])
        {
            last.Old.AddRange(pieces);
        }
        else
        {
            var same = pieces.ToList();
            _stretches.Add(new Stretch(true, same, same));
        }
    }

    /// <summary>Pieces that went, and those that came in their place; either may be none.</summary>
    public void Replaced(IEnumerable<string> gone, IEnumerable<string> come)
    {
        if (_stretches is not [.., { IsEqual: false } last])
        {
            _stretches.Add(last = new Stretch(false, [], []));
        }

        last.Old.AddRange(gone);
        last.New.AddRange(come);
    }

    /// <summary>The runs, those that went before those that came.</summary>
    public IReadOnlyList<DiffRun> Tidy()
    {
        JoinAcrossChance();
        ShiftToEdges();
        var runs = new List<DiffRun>();
        foreach (var stretch in _stretches)
        {
            Add(stretch.IsEqual ? DiffKind.Equal : DiffKind.Deleted, stretch.Old);
            if (!stretch.IsEqual)
            {
                Add(DiffKind.Inserted, stretch.New);
            }
        }

        return runs;

        void Add(DiffKind kind, List<string> pieces)
        {
            if (pieces.Count > 0)
            {
                runs.Add(new DiffRun(kind, string.Concat(pieces)));
            }
        }
    }

    // What stayed between two changes that are at least as long is taken into both.
    private void JoinAcrossChance()
    {
        for (var i = 1; i < _stretches.Count - 1;)
        {
            var (before, same, after) = (_stretches[i - 1], _stretches[i], _stretches[i + 1]);
            if (same.IsEqual && same.Old.Count <= Math.Min(LongestChance, Math.Min(before.Size, after.Size)) && !same.Old.Exists(piece => piece.Contains('\n', StringComparison.Ordinal)))
            {
                before.Old.AddRange([.. same.Old, .. after.Old]);
                before.New.AddRange([.. same.Old, .. after.New]);
                _stretches.RemoveRange(i, 2);

                // Longer now, it may reach across what stands before it.
                i = Math.Max(1, i - 2);
            }
            else
            {
                i++;
            }
        }
    }

    // Words that came or went whole can often be cut in several places; a reader expects the cut behind a sign.
    private void ShiftToEdges()
    {
        for (var i = 1; i < _stretches.Count; i++)
        {
            var (before, change) = (_stretches[i - 1], _stretches[i]);
            if (change.IsEqual || (change.Old.Count > 0 && change.New.Count > 0))
            {
                continue;
            }

            var moved = change.Old.Count > 0 ? change.Old : change.New;
            var steps = 0;
            while (steps < moved.Count && steps < before.Old.Count && before.Old[^(steps + 1)] == moved[^(steps + 1)])
            {
                steps++;
                if (steps == before.Old.Count ? i == 1 : IsSign(before.Old[^(steps + 1)]))
                {
                    Shift(before, moved, i, steps);
                    break;
                }
            }
        }
    }

    private void Shift(Stretch before, List<string> moved, int at, int steps)
    {
        if (before.Old.Count > 0 && IsSign(before.Old[^1]))
        {
            // It stands behind a sign already.
            return;
        }

        var pieces = moved[^steps..];
        before.Old.RemoveRange(before.Old.Count - steps, steps);
        moved.RemoveRange(moved.Count - steps, steps);
        moved.InsertRange(0, pieces);
        if (at + 1 < _stretches.Count)
        {
            _stretches[at + 1].Old.InsertRange(0, pieces);
        }
        else
        {
            _stretches.Add(new Stretch(true, pieces, pieces));
        }
    }

    private static bool IsSign(string piece) => CharacterKinds.At(piece, 0, out _) == CharacterKind.Separator;

    private sealed record Stretch(bool IsEqual, List<string> Old, List<string> New)
    {
        public int Size => Math.Max(Old.Count, New.Count);
    }
}
