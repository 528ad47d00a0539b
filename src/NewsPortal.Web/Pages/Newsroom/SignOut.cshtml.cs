using Microsoft.AspNetCore.Mvc;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The way out.</summary>
/// <param name="signIn">Lets people in, and out.</param>
public sealed class SignOutModel(SignIn signIn) : NewsroomPage
{
    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.LeaveAsync(HttpContext);
        return Redirect(NewsroomAddresses.SignIn);
    }
}
