using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The site's audit of itself.</summary>
/// <param name="runs">The audits.</param>
[Requires(StaffAct.Publish)]
public sealed class CheckModel(AuditRuns runs) : NewsroomPage
{
    /// <summary>The audits.</summary>
    public AuditRuns Runs => runs;

    /// <summary>Begins one.</summary>
    public IActionResult OnPost()
    {
        runs.Begin();
        return Redirect("/newsroom/check");
    }
}
