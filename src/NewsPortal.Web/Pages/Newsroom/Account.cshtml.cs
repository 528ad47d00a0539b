using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;
using QRCoder;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What somebody decides about their own account.</summary>
/// <param name="db">The store.</param>
/// <param name="sessions">Their sessions.</param>
/// <param name="users">Second factors.</param>
/// <param name="site">The site.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class Account(NewsDbContext db, StaffSessions sessions, UserManager<StaffMember> users, CurrentSite site, Bilingual say) : NewsroomPage
{
    private const int Codes = 10;

    /// <summary>Where they are signed in.</summary>
    public IReadOnlyList<StaffSession> Sessions { get; private set; } = [];

    /// <summary>The authenticator's key, while it is being set up.</summary>
    public string? FactorKey { get; private set; }

    /// <summary>Recovery codes, shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>What a password must be.</summary>
    /// <param name="say">The newsroom's words.</param>
    internal static string PasswordRule(Bilingual say) => say[
        "密码要 12 到 200 个字符，不能只重复几个字符，也不能含用户名；一句话也好。",
        "A password has 12 to 200 characters, does not repeat a few of them, and does not hold the name; a sentence is good."];

    /// <summary>Shows it.</summary>
    public Task OnGetAsync() => ShowAsync();

    /// <summary>Changes the password.</summary>
    /// <param name="old">The present one.</param>
    /// <param name="changed">The new one.</param>
    /// <param name="others">End the other sessions.</param>
    public async Task<IActionResult> OnPostPasswordAsync([FromForm] string? old, [FromForm(Name = "new")] string? changed, [FromForm] bool others)
    {
        var member = await MeAsync();
        if (!IsRight(member, old))
        {
            return await RefuseAsync(WrongPassword);
        }

        if (StaffMembers.PasswordFault(changed ?? string.Empty, member.UserName!) is not null)
        {
            return await RefuseAsync(PasswordRule(say));
        }

        StaffMembers.SetPassword(member, changed!);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        if (others)
        {
            await sessions.EndAsync(member.Id, except: Staff.Session, cancellationToken: HttpContext.RequestAborted);
        }

        return Told(say["密码已更换。", "The password is changed."]);
    }

    /// <summary>Makes a key for an authenticator.</summary>
    public async Task<IActionResult> OnPostFactorBeginAsync()
    {
        var member = await MeAsync();
        if (!member.TwoFactorEnabled)
        {
            await users.ResetAuthenticatorKeyAsync(member);
        }

        return RedirectToPage();
    }

    /// <summary>The key as a picture.</summary>
    public async Task<IActionResult> OnGetFactorCodeAsync()
    {
        var member = await MeAsync();
        if (member.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(member) is not { } key)
        {
            return NotFound();
        }

        var name = Uri.EscapeDataString(site.Snapshot.Settings.Name);
        using var code = QRCodeGenerator.GenerateQrCode($"otpauth://totp/{name}:{Uri.EscapeDataString(member.UserName!)}?secret={key}&issuer={name}&digits=6", QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        using var picture = new PngByteQRCode(code);
        return File(picture.GetGraphic(6), "image/png");
    }

    /// <summary>Switches the second factor on.</summary>
    /// <param name="digits">What the authenticator shows.</param>
    public async Task<IActionResult> OnPostFactorOnAsync([FromForm] string? digits)
    {
        var member = await MeAsync();
        var typed = digits?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty;
        if (member.TwoFactorEnabled || !await users.VerifyTwoFactorTokenAsync(member, users.Options.Tokens.AuthenticatorTokenProvider, typed))
        {
            return await RefuseAsync(say["六位数字不对，或手机的时间不准。", "The digits are wrong, or the phone's clock is."]);
        }

        await users.SetTwoFactorEnabledAsync(member, true);
        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(member, Codes) ?? []];
        await ShowAsync();
        return Page();
    }

    /// <summary>Switches the second factor off.</summary>
    /// <param name="old">The present password.</param>
    public async Task<IActionResult> OnPostFactorOffAsync([FromForm] string? old)
    {
        var member = await MeAsync();
        if (!IsRight(member, old))
        {
            return await RefuseAsync(WrongPassword);
        }

        await users.SetTwoFactorEnabledAsync(member, false);
        await users.ResetAuthenticatorKeyAsync(member);
        await users.RemoveAuthenticationTokenAsync(member, "[AspNetUserStore]", "AuthenticatorKey");
        return Told(say["两步验证已关闭。", "The second step is off."]);
    }

    /// <summary>Ends a session.</summary>
    /// <param name="id">Its name.</param>
    public async Task<IActionResult> OnPostEndAsync([FromForm] string? id)
    {
        await sessions.EndAsync(Staff.Member.Id, id ?? string.Empty, cancellationToken: HttpContext.RequestAborted);
        return Told(say["那个浏览器已退出。", "That browser is signed out."]);
    }

    /// <summary>Chooses the newsroom's language.</summary>
    /// <param name="language">Which.</param>
    public async Task<IActionResult> OnPostLanguageAsync([FromForm] string? language)
    {
        var member = await MeAsync();
        member.Language = language == "en" ? "en" : "zh-Hans";
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return RedirectToPage();
    }

    private string WrongPassword => say["现在的密码不对。", "The present password is wrong."];

    private static bool IsRight(StaffMember member, string? password) => password is { Length: > 0 and <= StaffMembers.LongestPassword }
        && StaffMembers.NewHasher().VerifyHashedPassword(member, member.PasswordHash!, password) != PasswordVerificationResult.Failed;

    private async Task<StaffMember> MeAsync() => (await db.Staff.FindAsync([Staff.Member.Id], HttpContext.RequestAborted))!;

    private RedirectToPageResult Told(string what)
    {
        Done = what;
        return RedirectToPage();
    }

    private async Task<IActionResult> RefuseAsync(string why)
    {
        Fault = why;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        Sessions = await sessions.OfAsync(Staff.Member.Id, HttpContext.RequestAborted);
        var member = await MeAsync();
        FactorKey = member.TwoFactorEnabled ? null : await users.GetAuthenticatorKeyAsync(member);
    }
}
