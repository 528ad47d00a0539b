using System.Runtime.CompilerServices;

namespace NewsPortal.Core.Text;

/// <summary>
/// From traditional and variant Han characters to the simplified one. Unihan's kSimplifiedVariant is the base
/// (<c>Tables/Simplified.bin</c>), <see cref="VariantForms"/> adds what it lacks.
/// </summary>
internal sealed class HanVariants
{
    private static readonly Lazy<HanVariants> Loaded = new(() => new HanVariants());

    private readonly Dictionary<int, int> _simplified = new(4200);
    private readonly Dictionary<int, int> _search;

    private HanVariants()
    {
        var both = new Dictionary<int, int>(400);
        Read(both);
        foreach (var (from, to) in VariantForms.Everywhere)
        {
            _simplified[from] = to;
            both.Remove(from);
        }

        _search = new Dictionary<int, int>(_simplified);
        foreach (var (from, to) in both) _search[from] = to;
        foreach (var (from, to) in VariantForms.ForSearch) _search[from] = to;
        Close(_simplified);
        Close(_search);
    }

    public static HanVariants Instance => Loaded.Value;

    /// <summary>All characters that change when a text is simplified for reading.</summary>
    public Dictionary<int, int> Simplified => _simplified;

    /// <summary>All characters that change when a text is folded for search: a superset, and coarser.</summary>
    public Dictionary<int, int> Search => _search;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(Dictionary<int, int> both)
    {
        var reader = TableResource.Binary("Simplified.bin");
        var codePoint = 0;
        for (var left = reader.Number(); left > 0; left--)
        {
            codePoint += reader.Number();
            var to = reader.Number();
            // A character that is its own simplified form as well (著, 覆) is changed for search only.
            if (reader.Number() == 1) both[codePoint] = to;
            else _simplified[codePoint] = to;
        }
    }

    // 薴 → 苧 → 苎: with the last link put first, folding twice is folding once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Close(Dictionary<int, int> map)
    {
        foreach (var from in map.Keys.ToList())
        {
            var to = map[from];
            for (var steps = 0; steps < 8 && map.TryGetValue(to, out var next) && next != to; steps++) to = next;
            if (to == from) map.Remove(from);
            else map[from] = to;
        }
    }
}
