using System.Runtime.InteropServices;

namespace NewsPortal.Core.Text;

/// <summary>Canonical ordering and composition of one decomposed stretch (UAX #15, sections 1.3 and 3.11 of the standard).</summary>
internal static class Composition
{
    public const int ClassShift = 54;
    private const int OrderShift = 22;
    public const long CodePointMask = 0x1FFFFF;

    /// <summary>
    /// Takes entries made of combining class (bits 54 up) and code point; leaves the composed code points alone.
    /// Ordering sorts whole runs, so that a long run of marks from a hostile file costs n log n, not n².
    /// </summary>
    public static void Compose(List<long> parts, FoldTable table)
    {
        var entries = CollectionsMarshal.AsSpan(parts);
        Order(entries);
        var starter = -1;
        var lastClass = 0;
        var kept = 0;
        foreach (var entry in entries)
        {
            var codePoint = (int)(entry & CodePointMask);
            var @class = (int)(entry >> ClassShift);
            // Not blocked: nothing between, or only marks of a lower class.
            var free = starter >= 0 && (kept == starter + 1 || (lastClass != 0 && lastClass < @class));
            if (free && table.Compose((int)entries[starter], codePoint) is var composed and >= 0)
            {
                entries[starter] = composed;
                continue;
            }

            if (@class == 0) starter = kept;
            lastClass = @class;
            entries[kept++] = codePoint;
        }

        CollectionsMarshal.SetCount(parts, kept);
    }

    private static void Order(Span<long> entries)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] >> ClassShift == 0) continue;
            var start = i;
            while (i < entries.Length && entries[i] >> ClassShift != 0)
            {
                // Equal classes keep their order; only the order within the run matters.
                entries[i] |= (long)(i - start) << OrderShift;
                i++;
            }

            if (i - start > 1) entries[start..i].Sort();
        }
    }
}
