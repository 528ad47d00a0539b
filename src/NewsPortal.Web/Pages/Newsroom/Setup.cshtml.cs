using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>Makes the first administrator; once there is anybody this page is not there.</summary>
/// <param name="db">The store.</param>
/// <param name="first">The setup code.</param>
/// <param name="members">The people.</param>
/// <param name="signIn">Lets people in.</param>
/// <param name="say">The newsroom's words.</param>
[AllowAnonymous]
public sealed class SetupModel(NewsDbContext db, FirstStart first, StaffMembers members, SignIn signIn, Bilingual say) : NewsroomPage
{
    /// <summary>The name as it was typed.</summary>
    public string Typed { get; private set; } = string.Empty;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync() => await FirstStart.IsOpenAsync(db, HttpContext.RequestAborted) ? Page() : NotFound();

    /// <summary>Makes the administrator.</summary>
    /// <param name="code">The setup code.</param>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string? code, [FromForm] string? name, [FromForm] string? password)
    {
        if (!await FirstStart.IsOpenAsync(db, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        Typed = name ?? string.Empty;
        if (!first.Is(code))
        {
            Fault = say["安装码不对。它印在程序启动时的输出里；多次输错后要重启程序。", "The setup code is wrong. It stands in what the program printed when it started; after many mistakes the program has to be started again."];
        }
        else if (StaffMembers.PasswordFault(password ?? string.Empty, Typed) is not null)
        {
            Fault = Account.PasswordRule(say);
        }
        else
        {
            try
            {
                await members.AddAsync(Typed, StaffRole.Administrator, password, HttpContext.RequestAborted);
                await signIn.EnterAsync(HttpContext, (await members.FindAsync(Typed, HttpContext.RequestAborted))!);
                return Redirect(NewsroomAddresses.Root);
            }
            catch (StaffException e)
            {
                Fault = e.Message;
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
