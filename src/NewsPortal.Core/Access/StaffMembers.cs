using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Access;

/// <summary>Adds people to the newsroom and lets them in no more.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who does it; it stands on record.</param>
public sealed class StaffMembers(NewsDbContext db, TimeProvider clock, string actor = "operator")
{
    /// <summary>A name has 1 to so many characters.</summary>
    public const int LongestName = 60;

    /// <summary>A password has at least so many characters; nothing else is asked of it (NIST SP 800-63B-4, 3.1.1).</summary>
    public const int ShortestPassword = 12;

    /// <summary>And at most so many: hashing a book would keep the server busy.</summary>
    public const int LongestPassword = 200;

    private const int PasswordBytes = 15;

    /// <summary>How passwords are hashed: PBKDF2 with SHA-512 (OWASP ASVS 5.0, 11.4.2).</summary>
    public static PasswordHasherOptions Hashing { get; } = new() { IterationCount = 210_000 };

    /// <summary>Adds someone.</summary>
    /// <param name="name">What they sign in as.</param>
    /// <param name="role">What they are.</param>
    /// <param name="password">Their password; null makes one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The password.</returns>
    /// <exception cref="StaffException">The name is taken or not allowed, or the password is too short.</exception>
    public async Task<string> AddAsync(string name, StaffRole role, string? password = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Trim() is not { Length: > 0 and <= LongestName } called || called.Any(char.IsControl))
        {
            throw new StaffException($"A name has 1 to {LongestName} characters on one line.");
        }

        var normalized = Normalized(called);
        if (await db.Staff.AnyAsync(m => m.NormalizedUserName == normalized, cancellationToken))
        {
            throw new StaffException($"There is someone called {called} already; who was disabled keeps their name on record. Choose another name.");
        }

        var member = new StaffMember { UserName = called, NormalizedUserName = normalized, Role = role, CreatedUtc = clock.NowUtc() };
        var secret = password ?? NewPassword();
        SetPassword(member, secret);
        db.Staff.Add(member);
        Record(AuditActs.StaffAdded, member, new FieldChange("role", null, role.ToString()));
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>Gives someone a new password and ends their sessions.</summary>
    /// <param name="name">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The password.</returns>
    /// <exception cref="StaffException">There is nobody of this name.</exception>
    public async Task<string> ResetPasswordAsync(string name, CancellationToken cancellationToken = default)
    {
        var member = await FindAsync(name, cancellationToken) ?? throw Unknown(name);
        var secret = NewPassword();
        SetPassword(member, secret);
        Record(AuditActs.StaffPasswordReset, member);
        await db.SaveChangesAsync(cancellationToken);
        await new StaffSessions(db, clock).EndAsync(member.Id, cancellationToken: cancellationToken);
        return secret;
    }

    /// <summary>Takes away someone's authenticator and passkeys, as when all of them are lost, and ends their sessions.</summary>
    /// <param name="name">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StaffException">There is nobody of this name.</exception>
    public async Task ForgetSecondStepAsync(string name, CancellationToken cancellationToken = default)
    {
        var member = await FindAsync(name, cancellationToken) ?? throw Unknown(name);
        var before = member.TwoFactorEnabled ? "on" : "off";
        member.TwoFactorEnabled = false;
        Record(AuditActs.StaffSecondStepOff, member, new FieldChange("secondStep", before, "off"));
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<IdentityUserPasskey<int>>().Where(p => p.UserId == member.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserToken<int>>().Where(t => t.UserId == member.Id).ExecuteDeleteAsync(cancellationToken);
        await new StaffSessions(db, clock).EndAsync(member.Id, cancellationToken: cancellationToken);
    }

    /// <summary>Changes what someone is and which sections are theirs; they have to sign in again.</summary>
    /// <param name="name">Who.</param>
    /// <param name="role">What they are from now on.</param>
    /// <param name="sections">The numbers of their sections, parted by commas; empty for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StaffException">There is nobody of this name.</exception>
    public async Task ChangeAsync(string name, StaffRole role, string sections, CancellationToken cancellationToken = default)
    {
        var member = await FindAsync(name, cancellationToken) ?? throw Unknown(name);
        if (member.Role == role && member.Sections == sections)
        {
            return;
        }

        if (member.Role != role)
        {
            await KeepAnAdministratorAsync(member, cancellationToken);
        }

        FieldChange[] changes = [new("role", member.Role.ToString(), role.ToString()), new("sections", member.Sections, sections)];
        (member.Role, member.Sections) = (role, sections);
        Record(AuditActs.StaffChanged, member, [.. changes.Where(c => c.Old != c.New)]);
        await db.SaveChangesAsync(cancellationToken);
        await new StaffSessions(db, clock).EndAsync(member.Id, cancellationToken: cancellationToken);
    }

    /// <summary>Lets someone in again.</summary>
    /// <param name="name">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StaffException">There is nobody of this name.</exception>
    public async Task EnableAsync(string name, CancellationToken cancellationToken = default)
    {
        var member = await FindAsync(name, cancellationToken) ?? throw Unknown(name);
        if (member.DisabledUtc is not null)
        {
            member.DisabledUtc = null;
            Record(AuditActs.StaffEnabled, member);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Puts an act on record, to be saved with the next change.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="member">To whom.</param>
    /// <param name="changes">What changed; never a secret.</param>
    public void Record(string act, StaffMember member, params FieldChange[] changes)
    {
        ArgumentNullException.ThrowIfNull(member);
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, Subject = member.UserName ?? string.Empty }, changes);
    }

    /// <summary>Lets someone in no more; what they did stays on record under their name.</summary>
    /// <param name="name">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StaffException">There is nobody of this name, or it is the last administrator.</exception>
    public async Task DisableAsync(string name, CancellationToken cancellationToken = default)
    {
        var member = await FindAsync(name, cancellationToken) ?? throw Unknown(name);
        if (member.DisabledUtc is not null)
        {
            return;
        }

        await KeepAnAdministratorAsync(member, cancellationToken);
        member.DisabledUtc = clock.NowUtc();
        Record(AuditActs.StaffDisabled, member);
        await db.SaveChangesAsync(cancellationToken);
        await new StaffSessions(db, clock).EndAsync(member.Id, cancellationToken: cancellationToken);
    }

    /// <summary>Finds someone by the name they sign in as, however its letters are written.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StaffMember?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var normalized = Normalized(name.Trim());
        return db.Staff.FirstOrDefaultAsync(m => m.NormalizedUserName == normalized, cancellationToken);
    }

    /// <summary>Sets a password; who was signed in with the old one stays so until their sessions are ended.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="StaffException">It is too short, too long or too easily guessed.</exception>
    public static void SetPassword(StaffMember member, string password)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (PasswordFault(password, member.UserName ?? string.Empty) is { } fault)
        {
            throw new StaffException(fault);
        }

        member.PasswordHash = NewHasher().HashPassword(member, password);
        member.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
    }

    /// <summary>What is wrong with a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="name">Whose it is.</param>
    /// <returns>Null where nothing is.</returns>
    public static string? PasswordFault(string password, string name)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.Length is < ShortestPassword or > LongestPassword ? $"A password has {ShortestPassword} to {LongestPassword} characters."
            : password.Distinct().Count() < 5 ? "The password repeats a few characters; choose another."
            : name.Length > 2 && password.Contains(name, StringComparison.OrdinalIgnoreCase) ? "The password must not hold the name."
            : null;
    }

    /// <summary>Hashes and checks passwords.</summary>
    public static PasswordHasher<StaffMember> NewHasher() => new(Options.Create(Hashing));

    private async Task KeepAnAdministratorAsync(StaffMember member, CancellationToken cancellationToken)
    {
        if (member is { Role: StaffRole.Administrator, DisabledUtc: null } && await db.Staff.CountAsync(m => m.Role == StaffRole.Administrator && m.DisabledUtc == null, cancellationToken) == 1)
        {
            throw new StaffException($"{member.UserName} is the last administrator: add another one first.");
        }
    }

    private static string Normalized(string name) => name.Normalize().ToUpperInvariant();

    private static string NewPassword() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(PasswordBytes));

    private static StaffException Unknown(string name) => new($"There is nobody called {name}.");
}

/// <summary>Something that cannot be with the people of the newsroom; the message says what and what to do.</summary>
/// <param name="message">What.</param>
public sealed class StaffException(string message) : Exception(message);
