using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Text.Differences;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom.Editing;

/// <summary>Says which marks of a text would become full-width; nothing is stored.</summary>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Write)]
public sealed class PunctuationModel(Bilingual say) : NewsroomPage
{
    /// <summary>There is nothing to see.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Repairs a text.</summary>
    /// <param name="text">The text.</param>
    public IActionResult OnPost([FromForm] string? text)
    {
        try
        {
            var repair = PunctuationRepair.Of(text ?? string.Empty, BodyFormat.Html);
            return new JsonResult(new
            {
                html = repair.Html,
                blocks = repair.Blocks.Select(runs => runs.Select(r => new { kind = r.Kind switch { DiffKind.Deleted => "del", DiffKind.Inserted => "ins", _ => "span" }, text = r.Text })),
            });
        }
        catch (ArticleEditException refused)
        {
            return new JsonResult(new { fault = EditWords.Of(refused, say) }) { StatusCode = StatusCodes.Status400BadRequest };
        }
    }
}
