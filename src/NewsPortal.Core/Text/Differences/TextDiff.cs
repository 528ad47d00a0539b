using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace NewsPortal.Core.Text.Differences;

/// <summary>
/// What is other in a later text, in runs that a person can read: character by character where that says it best, whole
/// words and stretches where single characters that stayed would only be confetti between changes.
/// </summary>
public static class TextDiff
{
    // The comparison costs pieces times differences: what has little in common, and much of it, is shown as replaced.
    private const int ComparedAnyway = 4_000;
    private const int MostCompared = 40_000;
    private const double LeastAlike = 0.4;

    /// <summary>Compares two texts.</summary>
    /// <param name="old">The earlier one.</param>
    /// <param name="now">The later one.</param>
    /// <returns>Runs in order: those that are equal or deleted make up the earlier text, those that are equal or inserted the later one.</returns>
    public static IReadOnlyList<DiffRun> Of(string old, string now)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        var runs = new DiffRuns();
        foreach (var (kind, before, after) in Stretches(DiffPieces.Lines(old), DiffPieces.Lines(now)))
        {
            if (kind == DiffKind.Equal)
            {
                runs.Equal(before);
            }
            else
            {
                Within(string.Concat(before), string.Concat(after), runs);
            }
        }

        return runs.Tidy();
    }

    private static void Within(string old, string now, DiffRuns runs)
    {
        var (before, after) = (DiffPieces.Characters(old), DiffPieces.Characters(now));
        var size = before.Count + after.Count;
        if (size > MostCompared || (size > ComparedAnyway && Likeness(before, after) < LeastAlike))
        {
            runs.Replaced(before, after);
            return;
        }

        foreach (var (kind, gone, come) in Stretches(before, after))
        {
            if (kind == DiffKind.Equal)
            {
                runs.Equal(gone);
            }
            else
            {
                runs.Replaced(gone, come);
            }
        }
    }

    // Equal stretches and what stands between them, in order.
    private static IEnumerable<(DiffKind Kind, List<string> Old, List<string> New)> Stretches(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var (atOld, atNew) = (0, 0);
        foreach (var block in Blocks(old, now))
        {
            if (block.DeleteStartA > atOld)
            {
                yield return (DiffKind.Equal, [.. old.Skip(atOld).Take(block.DeleteStartA - atOld)], []);
            }

            yield return (
                DiffKind.Deleted,
                [.. old.Skip(block.DeleteStartA).Take(block.DeleteCountA)],
                [.. now.Skip(block.InsertStartB).Take(block.InsertCountB)]);
            (atOld, atNew) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        if (atOld < old.Count)
        {
            yield return (DiffKind.Equal, [.. old.Skip(atOld)], []);
        }
    }

    // The library cuts texts itself; it is given the pieces that were cut already, told apart by which text is asked for.
    internal static IList<DiffBlock> Blocks(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        if (old.Count == 0 || now.Count == 0)
        {
            return old.Count == now.Count ? [] : [new DiffBlock(0, old.Count, 0, now.Count)];
        }

        return Differ.Instance.CreateDiffs("a", "b", ignoreWhiteSpace: false, ignoreCase: false, new CustomFunctionChunker(text => text == "a" ? old : now)).DiffBlocks;
    }

    // How many of the pairs of neighbours both have, from 0 to 1.
    private static double Likeness(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var pairs = old.Zip(old.Skip(1)).ToHashSet();
        var shared = now.Zip(now.Skip(1)).Distinct().Count(pairs.Contains);
        return pairs.Count == 0 ? 0 : (double)shared / Math.Max(pairs.Count, now.Count);
    }
}
