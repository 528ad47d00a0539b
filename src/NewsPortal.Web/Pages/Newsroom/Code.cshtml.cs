using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The second factor.</summary>
/// <param name="signIn">Lets people in.</param>
/// <param name="passkeys">Passkeys.</param>
/// <param name="db">The store.</param>
/// <param name="say">The newsroom's words.</param>
[AllowAnonymous]
public sealed class CodeModel(SignIn signIn, Passkeys passkeys, NewsDbContext db, Bilingual say) : NewsroomPage
{
    /// <summary>An authenticator's code will do.</summary>
    public bool ByCode { get; private set; }

    /// <summary>A passkey will do.</summary>
    public bool ByPasskey { get; private set; }

    /// <summary>Passkeys can be used at this address.</summary>
    public bool CanUsePasskeys => passkeys.CanBeUsed(HttpContext);

    /// <summary>Where to go then.</summary>
    public string Back { get; private set; } = NewsroomAddresses.Root;

    /// <summary>Shows the form to whoever has given a password.</summary>
    /// <param name="back">Where to go then.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] string? back)
    {
        Back = NewsroomAddresses.Inside(back);
        return await LoadAsync() ? Page() : Redirect(NewsroomAddresses.SignIn);
    }

    /// <summary>Tries a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="back">Where to go then.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code, [FromForm] string? back)
    {
        Back = NewsroomAddresses.Inside(back);
        if (!await LoadAsync())
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

    private async Task<bool> LoadAsync()
    {
        if (await signIn.WaitingAsync(HttpContext) is not { } member)
        {
            return false;
        }

        ByCode = member.TwoFactorEnabled;
        ByPasskey = await SecondStep.HasPasskeyAsync(db, member, HttpContext.RequestAborted);
        return true;
    }
}
