using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Name and password.</summary>
/// <param name="signIn">Lets people in.</param>
/// <param name="db">The store.</param>
/// <param name="passkeys">Passkeys.</param>
/// <param name="say">The newsroom's words.</param>
[AllowAnonymous]
public sealed class SignInModel(SignIn signIn, NewsDbContext db, Passkeys passkeys, Bilingual say) : NewsroomPage
{
    /// <summary>Where to go then.</summary>
    public string Back { get; private set; } = NewsroomAddresses.Root;

    /// <summary>The name as it was typed.</summary>
    public string Typed { get; private set; } = string.Empty;

    /// <summary>Nobody can sign in yet.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Passkeys can be used at this address, and somebody has one.</summary>
    public bool HasPasskeys { get; private set; }

    /// <summary>Shows the form.</summary>
    /// <param name="back">Where to go then.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? back)
    {
        if (CurrentStaff.Of(HttpContext) is not null)
        {
            return Redirect(NewsroomAddresses.Inside(back));
        }

        await ShowAsync(back);
        return Page();
    }

    /// <summary>Tries it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    /// <param name="back">Where to go then.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? password, [FromForm] string? back)
    {
        Typed = name ?? string.Empty;
        return await AnswerAsync(await signIn.ByPasswordAsync(HttpContext, Typed, password ?? string.Empty), back);
    }

    /// <summary>Asks the browser for a passkey.</summary>
    public async Task<IActionResult> OnPostPasskeyAskAsync() => passkeys.CanBeUsed(HttpContext)
        ? Content(await passkeys.AskToEnterAsync(HttpContext), "application/json")
        : new ContentResult { Content = Passkeys.WhyNot(say), ContentType = "text/plain; charset=utf-8", StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>Tries a passkey.</summary>
    /// <param name="credential">What the browser answered.</param>
    /// <param name="back">Where to go then.</param>
    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? credential, [FromForm] string? back) =>
        await AnswerAsync(await signIn.ByPasskeyAsync(HttpContext, credential ?? string.Empty), back);

    private async Task<IActionResult> AnswerAsync(SignInOutcome result, string? back)
    {
        switch (result.State)
        {
            case SignInState.In:
                return Redirect(NewsroomAddresses.Inside(back));
            case SignInState.CodeNeeded:
                return Redirect($"{NewsroomAddresses.SignIn}/code?back={Uri.EscapeDataString(NewsroomAddresses.Inside(back))}");
            default:
                Fault = FaultOf(result, say);
                Response.StatusCode = result.State == SignInState.Wait ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
                await ShowAsync(back);
                return Page();
        }
    }

    /// <summary>What to say of an attempt that failed.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="say">The newsroom's words.</param>
    internal static string FaultOf(SignInOutcome result, Bilingual say)
    {
        var seconds = (int)Math.Ceiling(result.Waits.TotalSeconds);
        return result.State == SignInState.Wait
            ? say[$"错误次数太多，请等 {seconds} 秒再试。", $"Too many mistakes: wait {seconds} seconds, then try again."]
            : say["用户名、密码、验证码或通行密钥不对。", "Name, password, code or passkey is wrong."];
    }

    private async Task ShowAsync(string? back)
    {
        Back = NewsroomAddresses.Inside(back);
        IsEmpty = await FirstStart.IsOpenAsync(db, HttpContext.RequestAborted);
        HasPasskeys = passkeys.CanBeUsed(HttpContext) && await db.Set<IdentityUserPasskey<int>>().AnyAsync(HttpContext.RequestAborted);
    }
}
