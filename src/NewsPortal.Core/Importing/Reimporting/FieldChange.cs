using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>A field whose value another reading of the original changes.</summary>
/// <param name="Field">The field, spelled as in JSON.</param>
/// <param name="Old">Its value now; null where it has none.</param>
/// <param name="New">The new reading's; null where it has none.</param>
public sealed record FieldChange(string Field, string? Old, string? New)
{
    private const int Longest = 60;
    private const int Before = 8;

    /// <summary>For a person: both values on one line, cut round the place where they part.</summary>
    public override string ToString()
    {
        var (old, now) = Cut(Longest);
        return $"{Field}: {old ?? "(none)"} → {now ?? "(none)"}";
    }

    /// <summary>Both values cut round the place where they part; null where there is none.</summary>
    /// <param name="longest">Characters of each at most.</param>
    public (string? Old, string? New) Cut(int longest)
    {
        var same = 0;
        while (same < Old?.Length && same < New?.Length && Old[same] == New[same]) same++;
        return (Show(Old, same, longest), Show(New, same, longest));
    }

    private static string? Show(string? value, int same, int longest)
    {
        if (string.IsNullOrEmpty(value)) return null;
        var start = value.Length <= longest ? 0 : Math.Clamp(same - Before, 0, value.Length);
        if (start > 0 && start < value.Length && char.IsLowSurrogate(value[start])) start--;
        var piece = Characters.Cut(value[start..], longest);
        var shown = string.Concat(piece.Select(c => char.IsControl(c) ? ' ' : c));
        return $"{(start > 0 ? "…" : string.Empty)}{shown}{(start + piece.Length < value.Length ? "…" : string.Empty)}";
    }
}
