using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The second factor.</summary>
/// <param name="signIn">Lets people in.</param>
/// <param name="say">The newsroom's words.</param>
[AllowAnonymous]
public sealed class CodeModel(SignIn signIn, Bilingual say) : NewsroomPage
{
    /// <summary>Where to go then.</summary>
    public string Back { get; private set; } = NewsroomAddresses.Root;

    /// <summary>Shows the form to whoever has given a password.</summary>
    /// <param name="back">Where to go then.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? back)
    {
        Back = NewsroomAddresses.Inside(back);
        return await signIn.WaitingAsync(HttpContext) is null ? Redirect(NewsroomAddresses.SignIn) : Page();
    }

    /// <summary>Tries a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="back">Where to go then.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code, [FromForm] string? back)
    {
        Back = NewsroomAddresses.Inside(back);
        if (await signIn.WaitingAsync(HttpContext) is null)
        {
            return Redirect(NewsroomAddresses.SignIn);
        }

        var result = await signIn.ByCodeAsync(HttpContext, code ?? string.Empty);
        if (result.State == SignInState.In)
        {
            return Redirect(Back);
        }

        Fault = SignInModel.FaultOf(result, say);
        Response.StatusCode = result.State == SignInState.Wait ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
        return Page();
    }
}
