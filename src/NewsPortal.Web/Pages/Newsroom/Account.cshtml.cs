using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;
using QRCoder;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What somebody decides about their own account.</summary>
/// <param name="db">The store.</param>
/// <param name="sessions">Their sessions.</param>
/// <param name="members">Puts acts on record.</param>
/// <param name="users">Second factors.</param>
/// <param name="passkeys">Passkeys.</param>
/// <param name="secondStep">Who needs a second step.</param>
/// <param name="clock">The clock.</param>
/// <param name="site">The site.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
public sealed class Account(
    NewsDbContext db, StaffSessions sessions, StaffMembers members, UserManager<StaffMember> users, Passkeys passkeys, SecondStep secondStep, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int Codes = 10;

    // Who has just signed in need not say again who they are (OWASP ASVS 5.0, 7.5.1).
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Where they are signed in.</summary>
    public IReadOnlyList<StaffSession> Sessions { get; private set; } = [];

    /// <summary>The authenticator's key, while it is being set up.</summary>
    public string? FactorKey { get; private set; }

    /// <summary>Their passkeys.</summary>
    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>Passkeys can be used at this address.</summary>
    public bool CanUsePasskeys => passkeys.CanBeUsed(HttpContext);

    /// <summary>They signed in a moment ago: what guards the account may be changed without the password.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>A second step is asked of them, and they have none: nothing else is open until then.</summary>
    public bool MustSetUp { get; private set; }

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
        members.Record(AuditActs.StaffPasswordChanged, member);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        if (others)
        {
            await sessions.EndAsync(member.Id, except: Staff.Session, cancellationToken: HttpContext.RequestAborted);
        }

        return Told(say["密码已更换。", "The password is changed."]);
    }

    /// <summary>Makes a key for an authenticator.</summary>
    /// <param name="old">The present password, where they did not just sign in.</param>
    public async Task<IActionResult> OnPostFactorBeginAsync([FromForm] string? old)
    {
        var member = await MeAsync();
        if (!await MayChangeAsync(member, old))
        {
            return await RefuseAsync(WrongPassword);
        }

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

        members.Record(AuditActs.StaffSecondStepOn, member, new FieldChange("secondStep", "off", "on"));
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

        members.Record(AuditActs.StaffSecondStepOff, member, new FieldChange("secondStep", "on", "off"));
        await users.SetTwoFactorEnabledAsync(member, false);
        await users.ResetAuthenticatorKeyAsync(member);
        await users.RemoveAuthenticationTokenAsync(member, "[AspNetUserStore]", "AuthenticatorKey");
        return Told(say["验证器已关闭。", "The authenticator is off."]);
    }

    /// <summary>Asks the browser for a new passkey.</summary>
    /// <param name="old">The present password, where they did not just sign in.</param>
    public async Task<IActionResult> OnPostPasskeyAskAsync([FromForm] string? old)
    {
        var member = await MeAsync();
        var fault = !CanUsePasskeys ? Web.Newsroom.Passkeys.WhyNot(say)
            : !await MayChangeAsync(member, old) ? WrongPassword
            : (await passkeys.OfAsync(member)).Count >= Web.Newsroom.Passkeys.Most ? say["通行密钥太多了，先删掉一些。", "There are too many passkeys; remove some first."]
            : null;
        return fault is null
            ? Content(await passkeys.AskToAddAsync(HttpContext, member), "application/json")
            : new ContentResult { Content = fault, ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status400BadRequest };
    }

    /// <summary>Keeps a passkey that the browser has made.</summary>
    /// <param name="credential">What the browser answered.</param>
    /// <param name="name">What it is called.</param>
    public async Task<IActionResult> OnPostPasskeyAddAsync([FromForm] string? credential, [FromForm] string? name)
    {
        var member = await MeAsync();
        if (Named(name) is not { } called || !await passkeys.AddAsync(HttpContext, member, credential ?? string.Empty, called))
        {
            return await RefuseAsync(say["通行密钥没有添加：设备的回答不对，或等得太久。请再试一次。", "The passkey was not added: the device's answer was wrong or too late. Try again."]);
        }

        members.Record(AuditActs.StaffPasskeyAdded, member, new FieldChange("passkey", null, called));
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return Told(say["通行密钥已添加，下次可以用它登录。", "The passkey is added; sign in with it next time."]);
    }

    /// <summary>Gives a passkey another name.</summary>
    /// <param name="id">Which.</param>
    /// <param name="name">The name.</param>
    public async Task<IActionResult> OnPostPasskeyRenameAsync([FromForm] string? id, [FromForm] string? name)
    {
        var member = await MeAsync();
        if (Named(name) is not { } called || await passkeys.RenameAsync(member, id ?? string.Empty, called) is not { } former)
        {
            return await RefuseAsync(say["没有这个通行密钥，或名称是空的。", "There is no such passkey, or the name is empty."]);
        }

        members.Record(AuditActs.StaffPasskeyRenamed, member, new FieldChange("passkey", former, called));
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return Told(say["已改名。", "Renamed."]);
    }

    /// <summary>Removes a passkey.</summary>
    /// <param name="id">Which.</param>
    /// <param name="old">The present password, where they did not just sign in.</param>
    public async Task<IActionResult> OnPostPasskeyRemoveAsync([FromForm] string? id, [FromForm] string? old)
    {
        var member = await MeAsync();
        if (!await MayChangeAsync(member, old))
        {
            return await RefuseAsync(WrongPassword);
        }

        if (await passkeys.RemoveAsync(member, id ?? string.Empty) is not { } name)
        {
            return await RefuseAsync(say["没有这个通行密钥。", "There is no such passkey."]);
        }

        members.Record(AuditActs.StaffPasskeyRemoved, member, new FieldChange("passkey", name, null));
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return Told(say["通行密钥已删除，它不能再登录。", "The passkey is removed; it lets nobody in any more."]);
    }

    /// <summary>Ends a session.</summary>
    /// <param name="id">Its name.</param>
    public async Task<IActionResult> OnPostEndAsync([FromForm] string? id)
    {
        if (await sessions.EndAsync(Staff.Member.Id, id ?? string.Empty, cancellationToken: HttpContext.RequestAborted) > 0)
        {
            members.Record(AuditActs.StaffSessionsEnded, await MeAsync());
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }

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

    private static string? Named(string? name) => name?.Trim() is { Length: > 0 and <= Web.Newsroom.Passkeys.LongestName } called && !called.Any(char.IsControl) ? called : null;

    private async Task<bool> MayChangeAsync(StaffMember member, string? password) => IsRight(member, password) || IsYoung(await sessions.OfAsync(member.Id, HttpContext.RequestAborted));

    private bool IsYoung(IEnumerable<StaffSession> all) => all.FirstOrDefault(s => s.Id == Staff.Session) is { } own && clock.NowUtc() - own.CreatedUtc < Fresh;

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
        IsFresh = IsYoung(Sessions);
        Passkeys = await passkeys.OfAsync(member);
        MustSetUp = await secondStep.IsMissingAsync(db, member, HttpContext.RequestAborted);
        FactorKey = member.TwoFactorEnabled ? null : await users.GetAuthenticatorKeyAsync(member);
    }
}
