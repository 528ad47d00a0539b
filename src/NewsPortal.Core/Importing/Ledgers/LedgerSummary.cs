using System.Globalization;

namespace NewsPortal.Core.Importing.Ledgers;

/// <summary>A ledger in one line, for a person: how much was kept, became a field or was left out, and mostly why.</summary>
/// <param name="Kept">Code points that stand in the body.</param>
/// <param name="Fields">Code points that became fields.</param>
/// <param name="Dropped">Code points that were left out.</param>
/// <param name="Reasons">Why they were left out, the most first, three at most.</param>
public sealed record LedgerSummary(int Kept, int Fields, int Dropped, IReadOnlyList<(string Reason, int Length)> Reasons)
{
    private const int MostReasons = 3;

    /// <summary>Sums up a ledger.</summary>
    /// <param name="ledger">Its entries.</param>
    public static LedgerSummary Of(IReadOnlyCollection<LedgerEntry> ledger) => new(
        ledger.Where(e => e.Fate == Fate.Kept).Sum(e => e.Length),
        ledger.Where(e => e.Fate == Fate.Field).Sum(e => e.Length),
        ledger.Where(e => e.Fate == Fate.Dropped).Sum(e => e.Length),
        [
            .. ledger.Where(e => e.Fate == Fate.Dropped)
                .GroupBy(e => e.Reason, (reason, entries) => (Reason: reason, Length: entries.Sum(e => e.Length)), StringComparer.Ordinal)
                .OrderByDescending(r => r.Length).ThenBy(r => r.Reason, StringComparer.Ordinal)
                .Take(MostReasons),
        ]);

    /// <summary><c>kept 820, fields 61, dropped 443 characters: 402 related list, 41 navigation</c>.</summary>
    public override string ToString()
    {
        var sums = string.Create(CultureInfo.InvariantCulture, $"kept {Kept:N0}, fields {Fields:N0}, dropped {Dropped:N0} characters");
        return Reasons.Count == 0
            ? sums
            : $"{sums}: {string.Join(", ", Reasons.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Length:N0} {r.Reason}")))}";
    }
}
