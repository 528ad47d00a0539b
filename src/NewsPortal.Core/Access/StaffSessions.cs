using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Access;

/// <summary>Begins, finds and ends sessions.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class StaffSessions(NewsDbContext db, TimeProvider clock)
{
    /// <summary>How long a browser may do nothing (OWASP ASVS 5.0, 7.3.1). An open editor saves by itself, which is something.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>How long one may go on without signing in again (7.3.2).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const int LongestClient = 200;
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(30);

    /// <summary>Begins one.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="client">What the browser says it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its name.</returns>
    public async Task<string> BeginAsync(StaffMember member, string client, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(client);
        var now = clock.NowUtc();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var before = now - KeptAfterEnd;
        await db.Sessions.Where(s => s.SeenUtc < before).ExecuteDeleteAsync(cancellationToken);
        db.Sessions.Add(new StaffSession
        {
            Id = id,
            StaffMemberId = member.Id,
            Client = client.Length > LongestClient ? client[..LongestClient] : client,
            CreatedUtc = now,
            SeenUtc = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        await db.Staff.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SignedInUtc, now), cancellationToken);
        return id;
    }

    /// <summary>Whose a session is.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it has ended, or they may not sign in any more.</returns>
    public async Task<StaffMember?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        var now = clock.NowUtc();
        var (idle, oldest) = (now - Idle, now - Longest);
        var found = await db.Sessions.AsNoTracking()
            .Where(s => s.Id == id && s.EndedUtc == null && s.SeenUtc > idle && s.CreatedUtc > oldest)
            .Join(db.Staff.AsNoTracking().Where(m => m.DisabledUtc == null), s => s.StaffMemberId, m => m.Id, (s, m) => new { s.SeenUtc, Member = m })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is not null && now - found.SeenUtc >= Noted)
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenUtc, now), cancellationToken);
        }

        return found?.Member;
    }

    /// <summary>Someone's sessions that hold, the newest first.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<StaffSession>> OfAsync(int member, CancellationToken cancellationToken = default)
    {
        var now = clock.NowUtc();
        var (idle, oldest) = (now - Idle, now - Longest);
        return db.Sessions.AsNoTracking().Where(s => s.StaffMemberId == member && s.EndedUtc == null && s.SeenUtc > idle && s.CreatedUtc > oldest)
            .OrderByDescending(s => s.SeenUtc).ThenBy(s => s.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Ends sessions at once.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="only">This one alone; null for all.</param>
    /// <param name="except">But not this one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were ended.</returns>
    public async Task<int> EndAsync(int member, string? only = null, string? except = null, CancellationToken cancellationToken = default)
    {
        var now = clock.NowUtc();
        return await db.Sessions.Where(s => s.StaffMemberId == member && s.EndedUtc == null && (only == null || s.Id == only) && (except == null || s.Id != except))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedUtc, now), cancellationToken);
    }
}
