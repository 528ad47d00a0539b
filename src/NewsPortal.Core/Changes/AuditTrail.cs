using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Changes;

/// <summary>Writes and reads the record of every act of the newsroom.</summary>
public static class AuditTrail
{
    private const int LongestValue = 120;
    private const int LongestSubject = 200;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds an entry to what a transaction will save: an act and its entry stand or fall together.</summary>
    /// <param name="db">The context of the act's transaction.</param>
    /// <param name="act">Who, when, what, to what and why; what changed is filled in.</param>
    /// <param name="changes">The fields that changed; long values are cut round the place where they part.</param>
    public static void Add(NewsDbContext db, AuditEntry act, IReadOnlyCollection<FieldChange> changes)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(changes);
        var cut = changes.Select(change => (change.Field, Values: change.Cut(LongestValue))).ToList();
        act.Subject = Characters.Cut(act.Subject, LongestSubject);
        act.Before = Written(cut.Select(c => (c.Field, c.Values.Old)));
        act.After = Written(cut.Select(c => (c.Field, c.Values.New)));
        db.AuditEntries.Add(act);
    }

    /// <summary>Reads entries, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="query">Which.</param>
    /// <param name="most">How many at most. To read on, ask again with <see cref="AuditQuery.BeforeId"/> set to the last one's number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<List<AuditEntry>> ReadAsync(NewsDbContext db, AuditQuery query, int most, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(query);
        var entries = db.AuditEntries.AsNoTracking();
        entries = query.ArticleId is { } article ? entries.Where(e => e.ArticleId == article) : entries;
        entries = query.Actor is { } actor ? entries.Where(e => e.Actor == actor) : entries;
        entries = query.Act is { } act ? entries.Where(e => e.Act == act) : entries;
        entries = query.FromUtc is { } from ? entries.Where(e => e.AtUtc >= from) : entries;
        entries = query.UntilUtc is { } until ? entries.Where(e => e.AtUtc < until) : entries;
        entries = query.BeforeId is { } before ? entries.Where(e => e.Id < before) : entries;
        return entries.OrderByDescending(e => e.Id).Take(most).ToListAsync(cancellationToken);
    }

    private static string? Written(IEnumerable<(string Field, string? Value)> values)
    {
        var there = values.Where(v => v.Value is not null).ToDictionary(v => v.Field, v => v.Value, StringComparer.Ordinal);
        return there.Count == 0 ? null : JsonSerializer.Serialize(there, Json);
    }
}

/// <summary>Which entries of the record are wanted; what is null does not narrow.</summary>
/// <param name="ArticleId">Acts on this article.</param>
/// <param name="Actor">Acts of this person.</param>
/// <param name="Act">Acts of this kind.</param>
/// <param name="FromUtc">Not before this moment.</param>
/// <param name="UntilUtc">Before this moment.</param>
/// <param name="BeforeId">Older than the entry with this number: the key of the next page.</param>
public sealed record AuditQuery(
    long? ArticleId = null, string? Actor = null, string? Act = null, DateTime? FromUtc = null, DateTime? UntilUtc = null, long? BeforeId = null);
