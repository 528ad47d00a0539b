using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Publishing;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom.Editing;

/// <summary>Cleans what is pasted or typed as source, as saving would: there is one cleaner, and it is here and not in the browser.</summary>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Write)]
public sealed class CleanModel(Bilingual say) : NewsroomPage
{
    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Cleans a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">How it is written.</param>
    public IActionResult OnPost([FromForm] string? text, [FromForm] BodyFormat format)
    {
        try
        {
            return new JsonResult(new { html = EditableHtml.Of(text ?? string.Empty, format) });
        }
        catch (ArticleEditException refused)
        {
            return new JsonResult(new { fault = EditWords.Of(refused, say) }) { StatusCode = StatusCodes.Status400BadRequest };
        }
    }
}
