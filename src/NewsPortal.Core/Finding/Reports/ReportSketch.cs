using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>
/// A text's pieces as numbers, and the few of them by which its reprints are found: the smallest hashes, so that two texts
/// which share most pieces keep mostly the same ones (MinHash with one function, Broder 1997; a cut text keeps its share).
/// </summary>
public static class ReportSketch
{
    /// <summary>How many pieces stand for a text.</summary>
    /// <remarks>A copy cut to 40 % shares a dozen of 32 with the whole; two reports of one event share none to two.</remarks>
    public const int Length = 32;

    /// <summary>Characters a piece: long enough that hardly two texts write the same eight by chance.</summary>
    private const int PieceLength = 8;

    private const ulong Prime = 0x100000001B3;

    /// <summary>The hashes of all pieces of a text, folded for comparison: width, punctuation and case do not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieceLength">Characters a piece.</param>
    public static HashSet<long> Pieces(string text, int pieceLength = PieceLength)
    {
        var folded = Folding.ForComparison(text);
        var pieces = new HashSet<long>(Math.Max(0, folded.Length - pieceLength + 1));
        for (var i = 0; i + pieceLength <= folded.Length; i++)
        {
            pieces.Add(Hash(folded.AsSpan(i, pieceLength)));
        }

        return pieces;
    }

    /// <summary>The pieces that stand for a text: the smallest hashes, in order.</summary>
    /// <param name="text">The text.</param>
    public static long[] Of(string text)
    {
        var folded = Folding.ForComparison(text);
        var smallest = new long[Length];
        var count = 0;
        for (var i = 0; i + PieceLength <= folded.Length; i++)
        {
            var hash = Hash(folded.AsSpan(i, PieceLength));
            if (count == Length && hash >= smallest[^1])
            {
                continue;
            }

            var place = smallest.AsSpan(0, count).BinarySearch(hash);
            if (place < 0)
            {
                var (at, moved) = (~place, Math.Min(count, Length - 1));
                smallest.AsSpan(at, moved - at).CopyTo(smallest.AsSpan(at + 1));
                smallest[at] = hash;
                count = moved + 1;
            }
        }

        return smallest[..count];
    }

    // Stored, so it must be the same on every machine and in every run: FNV-1a over UTF-16, then mixed so that order by
    // size is an order by chance (the finaliser of SplitMix64).
    private static long Hash(ReadOnlySpan<char> piece)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in piece)
        {
            hash = (hash ^ c) * Prime;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return (long)(hash ^ (hash >> 31));
    }
}
