using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Newsroom;

/// <summary>Lets people in: password, then the second factor where they have one, then a session of their own.</summary>
/// <param name="db">The store.</param>
/// <param name="members">The people.</param>
/// <param name="sessions">Their sessions.</param>
/// <param name="users">Second factors.</param>
/// <param name="throttle">Slows down who guesses.</param>
/// <param name="protection">Protects what names a known browser.</param>
/// <param name="site">The site.</param>
/// <param name="secondStep">Who needs more than a password.</param>
/// <param name="passkeys">Passkeys, which need no password.</param>
/// <param name="failed">Counts attempts that failed.</param>
/// <param name="clock">The clock.</param>
public sealed class SignIn(
    NewsDbContext db, StaffMembers members, StaffSessions sessions, UserManager<StaffMember> users, SignInThrottle throttle, IDataProtectionProvider protection, CurrentSite site,
    SecondStep secondStep, Passkeys passkeys, FailedSignIns failed, TimeProvider clock)
{
    private const string DeviceCookie = "newsroom-device";
    private const string MemberClaim = "member";
    private static readonly TimeSpan DeviceKept = TimeSpan.FromDays(180);

    // Of somebody who is not there: an unknown name takes as long as a known one.
    private static readonly Lazy<string> NobodysHash = new(() => StaffMembers.NewHasher().HashPassword(new StaffMember(), "nobody's password"));

    // A code that was used is known to whoever looked over a shoulder; it holds for two minutes more.
    private static readonly MemoryCache UsedCodes = new(new MemoryCacheOptions());

    private readonly IDataProtector _protector = protection.CreateProtector("newsroom device");

    /// <summary>Tries a password.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    public async Task<SignInOutcome> ByPasswordAsync(HttpContext http, string name, string password)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(password);
        var address = http.Connection.RemoteIpAddress;
        var member = await members.FindAsync(name, http.RequestAborted);
        var device = member is null ? null : DeviceOf(http, member.Id);
        if (throttle.Begin(name, address, device) is var wait && wait > TimeSpan.Zero)
        {
            return SignInOutcome.Wait(wait);
        }

        var hasher = StaffMembers.NewHasher();
        var verdict = password.Length > StaffMembers.LongestPassword
            ? PasswordVerificationResult.Failed
            : hasher.VerifyHashedPassword(member ?? new StaffMember(), member?.PasswordHash ?? NobodysHash.Value, password);
        if (member is null || member.DisabledUtc is not null || verdict == PasswordVerificationResult.Failed)
        {
            await failed.CountAsync(member);
            return SignInOutcome.Wrong;
        }

        throttle.Forgive(name, address, device);

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            member.PasswordHash = hasher.HashPassword(member, password);
            await db.SaveChangesAsync(http.RequestAborted);
        }

        return await AfterPasswordAsync(http, member);
    }

    /// <summary>Goes on with somebody who has shown that they know their password.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="member">Who.</param>
    public async Task<SignInOutcome> AfterPasswordAsync(HttpContext http, StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(member);
        if (await secondStep.IsAskedAsync(db, member, http.RequestAborted))
        {
            var waiting = new ClaimsIdentity([new Claim(MemberClaim, member.Id.ToString(CultureInfo.InvariantCulture))], NewsroomSetup.CodeScheme);
            await http.SignInAsync(NewsroomSetup.CodeScheme, new ClaimsPrincipal(waiting));
            return SignInOutcome.CodeNeeded;
        }

        await EnterAsync(http, member);
        return SignInOutcome.In;
    }

    /// <summary>Tries a passkey, which counts as both steps: its device has verified who holds it.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="answer">What the browser answered.</param>
    public async Task<SignInOutcome> ByPasskeyAsync(HttpContext http, string answer)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(answer);
        var (mark, address) = (Passkeys.MarkOf(answer), http.Connection.RemoteIpAddress);
        if (throttle.Begin(mark, address, null) is var wait && wait > TimeSpan.Zero)
        {
            return SignInOutcome.Wait(wait);
        }

        if (await passkeys.RecogniseAsync(http, answer) is not { } member)
        {
            await failed.CountAsync(null);
            return SignInOutcome.Wrong;
        }

        throttle.Forgive(mark, address, null);
        await http.SignOutAsync(NewsroomSetup.CodeScheme);
        await EnterAsync(http, member, "passkey");
        return SignInOutcome.In;
    }

    /// <summary>Tries the second factor: a code of the authenticator, or one of the recovery codes.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="code">The code, as typed.</param>
    public async Task<SignInOutcome> ByCodeAsync(HttpContext http, string code)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(code);
        if (await WaitingAsync(http) is not { } member)
        {
            return SignInOutcome.Wrong;
        }

        var (address, device) = (http.Connection.RemoteIpAddress, DeviceOf(http, member.Id));
        if (throttle.Begin(member.UserName!, address, device) is var wait && wait > TimeSpan.Zero)
        {
            return SignInOutcome.Wait(wait);
        }

        var typed = code.Replace(" ", string.Empty, StringComparison.Ordinal).Trim();
        if (!member.TwoFactorEnabled || !await IsRightAsync(member, typed))
        {
            await failed.CountAsync(member);
            return SignInOutcome.Wrong;
        }

        throttle.Forgive(member.UserName!, address, device);

        await http.SignOutAsync(NewsroomSetup.CodeScheme);
        await EnterAsync(http, member, typed.Length == 6 ? "password, code" : "password, recovery code");
        return SignInOutcome.In;
    }

    /// <summary>Who has given their password and not yet their second factor.</summary>
    /// <param name="http">The exchange.</param>
    public async Task<StaffMember?> WaitingAsync(HttpContext http)
    {
        var waiting = await http.AuthenticateAsync(NewsroomSetup.CodeScheme);
        var id = waiting.Principal?.FindFirst(MemberClaim)?.Value;
        var member = id is null ? null : await db.Staff.FindAsync([int.Parse(id, CultureInfo.InvariantCulture)], http.RequestAborted);
        return member is { DisabledUtc: null } ? member : null;
    }

    /// <summary>Lets somebody in: a new session, whatever stood in the browser before.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="member">Who.</param>
    /// <param name="by">By what, for the record.</param>
    public async Task EnterAsync(HttpContext http, StaffMember member, string by = "password")
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(member);
        var entry = new AuditEntry { AtUtc = clock.NowUtc(), Actor = member.UserName!, Act = AuditActs.StaffSignedIn, Subject = member.UserName! };
        AuditTrail.Add(db, entry, [new FieldChange("by", null, by), new FieldChange("browser", null, ClientName.Of(http.Request.Headers.UserAgent.ToString()))]);
        var session = await sessions.BeginAsync(member, http.Request.Headers.UserAgent.ToString(), http.RequestAborted);
        await http.SignInAsync(NewsroomSetup.Scheme, CurrentStaff.PrincipalOf(session, NewsroomSetup.Scheme));
        var device = DeviceOf(http, member.Id) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        new HostCookies(site).AppendResponseCookie(http, DeviceCookie, _protector.Protect($"{member.Id}\n{device}"), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = DeviceKept });
    }

    /// <summary>Ends the session of this browser.</summary>
    /// <param name="http">The exchange.</param>
    public async Task LeaveAsync(HttpContext http)
    {
        if (CurrentStaff.Of(http) is { } staff)
        {
            await sessions.EndAsync(staff.Member.Id, staff.Session, cancellationToken: http.RequestAborted);
        }

        await http.SignOutAsync(NewsroomSetup.Scheme);
    }

    private async Task<bool> IsRightAsync(StaffMember member, string code)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            return code.Length > 6 && (await users.RedeemTwoFactorRecoveryCodeAsync(member, code.ToUpperInvariant())).Succeeded;
        }

        var used = $"{member.Id}\n{code}";
        if (UsedCodes.TryGetValue(used, out _) || !await users.VerifyTwoFactorTokenAsync(member, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return false;
        }

        UsedCodes.Set(used, true, TimeSpan.FromMinutes(5));
        return true;
    }

    // Which known browser this is for an account; null where it has never signed in to it.
    private string? DeviceOf(HttpContext http, int member)
    {
        try
        {
            return new HostCookies(site).GetRequestCookie(http, DeviceCookie) is { Length: > 0 and < 2000 } cookie
                && _protector.Unprotect(cookie).Split('\n') is [var whose, var device] && whose == member.ToString(CultureInfo.InvariantCulture) ? device : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>What came of an attempt to sign in.</summary>
/// <param name="State">In, wrong, a code is needed, or wait.</param>
/// <param name="Waits">How long to wait.</param>
public sealed record SignInOutcome(SignInState State, TimeSpan Waits)
{
    /// <summary>Signed in.</summary>
    public static readonly SignInOutcome In = new(SignInState.In, TimeSpan.Zero);

    /// <summary>Name, password or code is wrong; which one is not said.</summary>
    public static readonly SignInOutcome Wrong = new(SignInState.Wrong, TimeSpan.Zero);

    /// <summary>The second factor is asked for.</summary>
    public static readonly SignInOutcome CodeNeeded = new(SignInState.CodeNeeded, TimeSpan.Zero);

    /// <summary>Too many mistakes.</summary>
    /// <param name="wait">How long to wait.</param>
    public static SignInOutcome Wait(TimeSpan wait) => new(SignInState.Wait, wait);
}

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInState
{
    /// <summary>Signed in.</summary>
    In,

    /// <summary>Wrong.</summary>
    Wrong,

    /// <summary>A code is needed.</summary>
    CodeNeeded,

    /// <summary>Too many mistakes.</summary>
    Wait,
}
