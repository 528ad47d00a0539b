using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Access;

/// <summary>Lets someone set their own password at a secret address, once: nobody else ever knows it.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who invites; it stands on record.</param>
public sealed class StaffInvitations(NewsDbContext db, TimeProvider clock, string actor = "operator")
{
    /// <summary>How long an invitation holds.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);

    /// <summary>Makes an address for someone; the one they had before ends, and so do their old password and sessions.</summary>
    /// <param name="name">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The secret of the address, which is shown once and never stored.</returns>
    /// <exception cref="StaffException">There is nobody of this name, or they may not sign in.</exception>
    public async Task<string> MakeAsync(string name, CancellationToken cancellationToken = default)
    {
        var members = new StaffMembers(db, clock, actor);
        var member = await members.FindAsync(name, cancellationToken) ?? throw new StaffException($"There is nobody called {name}.");
        if (member.DisabledUtc is not null)
        {
            throw new StaffException($"{member.UserName} is disabled; let them in again first.");
        }

        var secret = LinkSecret.New();
        StaffMembers.SetPassword(member, LinkSecret.New());
        await db.Invitations.Where(i => i.StaffMemberId == member.Id).ExecuteDeleteAsync(cancellationToken);
        db.Invitations.Add(new StaffInvitation { StaffMemberId = member.Id, Hash = LinkSecret.HashOf(secret), ExpiresUtc = clock.NowUtc() + Lasts });
        members.Record(AuditActs.StaffInvited, member);
        await db.SaveChangesAsync(cancellationToken);
        await new StaffSessions(db, clock).EndAsync(member.Id, cancellationToken: cancellationToken);
        return secret;
    }

    /// <summary>Who was invited by an address.</summary>
    /// <param name="secret">The secret of the address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it has ended, was used, or never was.</returns>
    public async Task<StaffMember?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        var (hash, now) = (LinkSecret.HashOf(secret), clock.NowUtc());
        return await db.Invitations.Where(i => i.Hash == hash && i.ExpiresUtc > now)
            .Join(db.Staff.Where(m => m.DisabledUtc == null), i => i.StaffMemberId, m => m.Id, (i, m) => m).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Sets the password of whoever was invited; the address ends with it.</summary>
    /// <param name="secret">The secret of the address.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Who it is; null where the address has ended, was used, or never was.</returns>
    /// <exception cref="StaffException">The password is not allowed; the address still holds.</exception>
    public async Task<StaffMember?> AcceptAsync(string secret, string password, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(secret, cancellationToken) is not { } member)
        {
            return null;
        }

        StaffMembers.SetPassword(member, password);
        var hash = LinkSecret.HashOf(secret);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Whoever deletes the row has used it: of two at once, one.
        if (await db.Invitations.Where(i => i.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return null;
        }

        new StaffMembers(db, clock, member.UserName!).Record(AuditActs.StaffInvitationUsed, member);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return member;
    }
}
