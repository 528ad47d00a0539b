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

        // Text that was not saved is kept in the browser: it leaves with its writer.
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return Redirect(NewsroomAddresses.SignIn);
    }
}
