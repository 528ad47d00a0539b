using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Integrity;

/// <summary>
/// Walks the change ledger: numbers without a gap, each row's hash its own, each naming the one before; and what it tells of
/// each article is what the public sees.
/// </summary>
internal static class LedgerCheck
{
    private const string Where = "ledger";

    public static async Task RunAsync(NewsDbContext db, string? root, IntegrityReport report, FaultList found, CancellationToken cancellationToken)
    {
        var previous = ChangeLedger.Root;
        var hasRoot = root is null || root == ChangeLedger.Root;
        var told = new Dictionary<long, Told>();
        long expected = 1;
        await foreach (var change in db.Changes.AsNoTracking().OrderBy(c => c.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (change.Sequence != expected)
            {
                found.Add(Where, FormattableString.Invariant($"row {expected} is missing, row {change.Sequence} follows"));
            }

            if (change.Hash != ChangeLedger.HashOf(change))
            {
                found.Add(Where, FormattableString.Invariant($"row {change.Sequence} was changed: its hash is not that of its fields"));
            }
            else if (change.PreviousHash != previous)
            {
                found.Add(Where, FormattableString.Invariant($"row {change.Sequence} does not follow the row before it: one of the two was rewritten"));
            }

            previous = change.Hash;
            hasRoot |= change.Hash == root;
            expected = change.Sequence + 1;
            report.Changes++;
            if (change.ArticleId is { } id && change.Kind != ChangeKind.RemovedFromList)
            {
                told[id] = new Told(change.Sequence, change.Kind is not (ChangeKind.Withdrawn or ChangeKind.Removed), Half(change.ContentHash));
            }
        }

        report.Root = previous;
        if (!hasRoot)
        {
            found.Add(Where, $"no row has the hash {root}: rows were cut off its end, or all of it was rewritten");
        }

        await CompareAsync(db, told, found, cancellationToken);
    }

    private static async Task CompareAsync(NewsDbContext db, Dictionary<long, Told> told, FaultList found, CancellationToken cancellationToken)
    {
        await foreach (var article in db.Articles.AsNoTracking().Visible().OrderBy(a => a.Id).Select(a => new { a.Id, a.Headline, a.Version, a.ContentHash }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var where = ArticleCheck.Name(article.Id, article.Headline, article.Version);
            if (!told.Remove(article.Id, out var last) || !last.IsPublic)
            {
                found.Add(where, "it is public, and the ledger does not say that it was published");
            }
            else if (last.Content != Half(article.ContentHash))
            {
                found.Add(where, FormattableString.Invariant($"its content was changed beside the ledger, whose row {last.Sequence} tells of other content"));
            }
        }

        foreach (var (id, last) in told.OrderBy(t => t.Key))
        {
            if (last.IsPublic)
            {
                found.Add(FormattableString.Invariant($"article {id}"), FormattableString.Invariant($"the ledger's row {last.Sequence} says that it is public, and it is not"));
            }
        }
    }

    // Half of a hash tells contents apart, and a million articles are held at once.
    private static UInt128 Half(string? hash) =>
        UInt128.TryParse(hash.AsSpan(0, Math.Min(32, hash?.Length ?? 0)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var half) ? half : 0;

    private readonly record struct Told(long Sequence, bool IsPublic, UInt128 Content);
}
