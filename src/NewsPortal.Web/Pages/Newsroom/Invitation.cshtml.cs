using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NewsPortal.Core.Access;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Where whoever was invited sets a password, once. The address is the secret: it is told to no other site and kept nowhere.</summary>
/// <param name="invitations">The invitations.</param>
/// <param name="signIn">Lets people in.</param>
/// <param name="throttle">Slows down who guesses.</param>
/// <param name="say">The newsroom's words.</param>
[AllowAnonymous]
public sealed class InvitationModel(StaffInvitations invitations, SignIn signIn, SignInThrottle throttle, Bilingual say) : NewsroomPage
{
    /// <summary>Who was invited.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers["Referrer-Policy"] = "no-referrer";

    /// <summary>Shows the form.</summary>
    /// <param name="secret">The secret of the address.</param>
    public async Task<IActionResult> OnGetAsync(string secret) => await TryAsync(secret, () => Task.FromResult<IActionResult>(Page()));

    /// <summary>Sets the password, and lets them in.</summary>
    /// <param name="secret">The secret of the address.</param>
    /// <param name="password">The password.</param>
    public Task<IActionResult> OnPostAsync(string secret, [FromForm] string? password) => TryAsync(secret, async () =>
    {
        if (StaffMembers.PasswordFault(password ?? string.Empty, Name) is not null)
        {
            Fault = Account.PasswordRule(say);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (await invitations.AcceptAsync(secret, password!, HttpContext.RequestAborted) is not { } member)
        {
            return NotFound();
        }

        var result = await signIn.AfterPasswordAsync(HttpContext, member);
        return Redirect(result.State == SignInState.In ? NewsroomAddresses.Root : $"{NewsroomAddresses.SignIn}/code");
    });

    private async Task<IActionResult> TryAsync(string secret, Func<Task<IActionResult>> act)
    {
        var (account, address) = ("invitation " + LinkSecret.HashOf(secret)[..32], HttpContext.Connection.RemoteIpAddress);
        if (throttle.Begin(account, address, null) > TimeSpan.Zero)
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await invitations.FindAsync(secret, HttpContext.RequestAborted) is not { } member)
        {
            return NotFound();
        }

        throttle.Forgive(account, address, null);
        Name = member.UserName!;
        return await act();
    }
}
