using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Renders an article's own run where none is kept, and keeps it.</summary>
/// <param name="site">The site.</param>
/// <param name="store">The store.</param>
/// <param name="renderer">Renders it.</param>
public sealed class ArticleRunSource(CurrentSite site, NewsStore store, ViewRenderer renderer)
{
    // Whoever looked for a run just before it was kept asks here just after it was made.
    private const int Remembered = 64;

    private readonly Made?[] _justMade = new Made?[Remembered];
    private readonly ConcurrentDictionary<(long Id, SiteSnapshot Snapshot), Lazy<Task<Run?>>> _making = new();

    /// <summary>How many runs have been rendered since the start.</summary>
    public long Rendered => Interlocked.Read(ref _rendered);

    private long _rendered;

    /// <summary>Renders a run and keeps it; concurrent askers share one rendering.</summary>
    /// <param name="id">The article.</param>
    /// <returns>The run; null where the public may not see the article (any more).</returns>
    public async Task<Run?> MakeAsync(long id)
    {
        var key = (Id: id, site.Snapshot);
        if (Volatile.Read(ref _justMade[id % Remembered]) is { } made && made.Id == id && ReferenceEquals(made.Snapshot, key.Snapshot))
        {
            return made.Run;
        }

        var making = _making.GetOrAdd(key, k => new Lazy<Task<Run?>>(() => RenderAsync(k.Id, k.Snapshot)));
        try
        {
            return await making.Value;
        }
        finally
        {
            _making.TryRemove(key, out _);
        }
    }

    /// <summary>Renders the runs of some articles and keeps them together, which costs one write where each would cost one.</summary>
    /// <param name="ids">The articles.</param>
    /// <param name="cancellationToken">Stops between two of them; what was rendered until then is lost.</param>
    public async Task MakeAheadAsync(IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var (snapshot, fingerprint) = (site.Snapshot, site.Fingerprint);
        await using var db = store.CreateContext();
        var made = new List<(long Id, Run Run)>();
        foreach (var id in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await RenderAsync(db, id, snapshot) is { } run)
            {
                made.Add((id, run));
            }
        }

        await KeepAsync(db, made, snapshot.Sequence, fingerprint);
    }

    private async Task<Run?> RenderAsync(long id, SiteSnapshot snapshot)
    {
        var fingerprint = site.Fingerprint;
        await using var db = store.CreateContext();
        if (await RenderAsync(db, id, snapshot) is not { } run)
        {
            return null;
        }

        Interlocked.Increment(ref _rendered);
        await KeepAsync(db, [(id, run)], snapshot.Sequence, fingerprint);
        Volatile.Write(ref _justMade[id % Remembered], new Made(id, snapshot, run));
        return run;
    }

    private async Task<Run?> RenderAsync(NewsDbContext db, long id, SiteSnapshot snapshot) =>
        await ArticlePage.LoadAsync(db, id, snapshot) is { } page ? Run.Of(await renderer.RenderAsync("/Pages/Shared/ArticleRun.cshtml", page)) : null;

    // Kept only if the ledger has not grown since the pages were read: a publish in between may have thrown a run away
    // already, and it must not come back. A publisher holds the lock from before it throws runs away until its commit.
    private static async Task KeepAsync(NewsDbContext db, IReadOnlyList<(long Id, Run Run)> made, long sequence, string fingerprint)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (!await ChangeLedger.TryShareAsync(db))
            {
                return;
            }

            foreach (var (id, run) in made)
            {
                long crc = run.Crc;
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Runs" ("ArticleId", "Fingerprint", "Hash", "Crc", "Length", "Deflated")
                    SELECT {id}, {fingerprint}, {run.Hash}, {crc}, {run.Length}, {run.Deflated}
                    WHERE NOT EXISTS (SELECT 1 FROM "Changes" WHERE "Sequence" > {sequence} AND "Kind" <> 10)
                    ON CONFLICT ("ArticleId") DO UPDATE SET "Fingerprint" = excluded."Fingerprint", "Hash" = excluded."Hash",
                        "Crc" = excluded."Crc", "Length" = excluded."Length", "Deflated" = excluded."Deflated"
                    """);
            }

            await transaction.CommitAsync();
        }
        catch (System.Data.Common.DbException)
        {
            // The page was made all the same; it is made again next time. A full disk must not take reading away.
        }
    }

    private sealed record Made(long Id, SiteSnapshot Snapshot, Run Run);
}
