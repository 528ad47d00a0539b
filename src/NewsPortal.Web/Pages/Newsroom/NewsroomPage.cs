using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>A page of the newsroom, for somebody who is signed in.</summary>
public abstract class NewsroomPage : PageModel
{
    /// <summary>Who looks at it.</summary>
    public CurrentStaff Staff => CurrentStaff.Of(HttpContext)!;

    /// <summary>What was just done, in words; shown once, after the redirect that follows an act.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>What could not be done, and what to do about it; null where nothing is wrong.</summary>
    public string? Fault { get; protected set; }
}
