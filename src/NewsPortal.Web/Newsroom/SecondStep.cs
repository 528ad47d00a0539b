using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Newsroom;

/// <summary>Who needs more than a password: an authenticator, or a passkey, which counts as both steps (OWASP ASVS 5.0, 6.3.3).</summary>
/// <param name="rule">Whom it is asked of: <c>NewsPortal:Newsroom:RequireSecondStep</c>.</param>
public sealed class SecondStep(SecondStepRule rule)
{
    private const string Key = "NewsPortal:Newsroom:RequireSecondStep";

    /// <summary>Reads the rule.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="SettingException">There is no such rule.</exception>
    public static SecondStep Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var said = configuration[Key];
        return string.IsNullOrEmpty(said) ? new SecondStep(SecondStepRule.Administrators)
            : Enum.TryParse<SecondStepRule>(said, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(said[0]) ? new SecondStep(known)
            : throw new SettingException($"{Key} must be Administrators, Everyone or Nobody; '{said}' is not.");
    }

    /// <summary>Whether somebody needs one.</summary>
    /// <param name="member">Who.</param>
    public bool IsRequiredOf(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return rule == SecondStepRule.Everyone || (rule == SecondStepRule.Administrators && member.Role == StaffRole.Administrator);
    }

    /// <summary>Whether somebody needs one and has none: until it is set up, only their own account is open to them.</summary>
    /// <param name="db">The store.</param>
    /// <param name="member">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsMissingAsync(NewsDbContext db, StaffMember member, CancellationToken cancellationToken = default) =>
        IsRequiredOf(member) && !member.TwoFactorEnabled && !await HasPasskeyAsync(db, member, cancellationToken);

    /// <summary>Whether a password is not enough to let somebody in.</summary>
    /// <param name="db">The store.</param>
    /// <param name="member">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsAskedAsync(NewsDbContext db, StaffMember member, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.TwoFactorEnabled || (IsRequiredOf(member) && await HasPasskeyAsync(db, member, cancellationToken));
    }

    /// <summary>Whether somebody has a passkey.</summary>
    /// <param name="db">The store.</param>
    /// <param name="member">Who.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<bool> HasPasskeyAsync(NewsDbContext db, StaffMember member, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<IdentityUserPasskey<int>>().AnyAsync(p => p.UserId == member.Id, cancellationToken);
    }

    /// <summary>Leads whoever has to set one up to where that is done.</summary>
    /// <param name="app">The newsroom, behind authentication.</param>
    internal static void Enforce(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (CurrentStaff.Of(http) is not { } staff || IsOpenWithout(http.Request.Path)
            || !await http.RequestServices.GetRequiredService<SecondStep>().IsMissingAsync(http.RequestServices.GetRequiredService<NewsDbContext>(), staff.Member, http.RequestAborted))
        {
            await next(http);
        }
        else if (HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Redirect(NewsroomAddresses.Account);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    });

    private static bool IsOpenWithout(PathString path) => ((string[])[NewsroomAddresses.Account, NewsroomAddresses.SignIn, NewsroomAddresses.SignOut, NewsroomAddresses.Invitation])
        .Any(open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Of whom a second step is asked.</summary>
public enum SecondStepRule
{
    /// <summary>Of administrators.</summary>
    Administrators,

    /// <summary>Of everyone.</summary>
    Everyone,

    /// <summary>Of nobody.</summary>
    Nobody,
}
