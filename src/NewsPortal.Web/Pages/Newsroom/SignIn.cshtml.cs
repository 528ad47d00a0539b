using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Name and password.</summary>
/// <param name="signIn">Lets people in.</param>
/// <param name="db">The store.</param>
/// <param name="say">The newsroom's words.</param>
[AllowAnonymous]
public sealed class SignInModel(SignIn signIn, NewsDbContext db, Bilingual say) : NewsroomPage
{
    /// <summary>Where to go then.</summary>
    public string Back { get; private set; } = NewsroomAddresses.Root;

    /// <summary>The name as it was typed.</summary>
    public string Typed { get; private set; } = string.Empty;

    /// <summary>Nobody can sign in yet.</summary>
    public bool IsEmpty { get; private set; }

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
        var result = await signIn.ByPasswordAsync(HttpContext, name ?? string.Empty, password ?? string.Empty);
        switch (result.State)
        {
            case SignInState.In:
                return Redirect(NewsroomAddresses.Inside(back));
            case SignInState.CodeNeeded:
                return Redirect($"{NewsroomAddresses.SignIn}/code?back={Uri.EscapeDataString(NewsroomAddresses.Inside(back))}");
            default:
                Typed = name ?? string.Empty;
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
            : say["用户名、密码或验证码不对。", "Name, password or code is wrong."];
    }

    private async Task ShowAsync(string? back)
    {
        Back = NewsroomAddresses.Inside(back);
        IsEmpty = await FirstStart.IsOpenAsync(db, HttpContext.RequestAborted);
    }
}
