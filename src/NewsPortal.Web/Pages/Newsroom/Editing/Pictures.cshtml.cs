using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom.Editing;

/// <summary>Pictures for a text: the latest of the site, and those that are sent.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for the list.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Write)]
[RequestSizeLimit(PictureCleaner.MostBytes + (1024 * 1024))]
public sealed class PicturesModel(NewsStore store, NewsDbContext db, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int Shown = 24;

    /// <summary>The latest pictures, with what was last said of each.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var latest = await db.Pictures.AsNoTracking().OrderByDescending(p => p.Id).Take(Shown).ToListAsync(HttpContext.RequestAborted);
        var numbers = latest.Select(p => p.Id).ToList();
        var uses = (await db.ArticlePictures.AsNoTracking().Where(u => u.PictureId != null && numbers.Contains(u.PictureId.Value))
            .Select(u => new { u.PictureId, u.ArticleId, u.AltText, u.Caption, u.Credit }).ToListAsync(HttpContext.RequestAborted))
            .GroupBy(u => u.PictureId!.Value).ToDictionary(u => u.Key, u => u.MaxBy(x => x.ArticleId)!);
        var notes = await db.PictureNotes.AsNoTracking().Where(n => numbers.Contains(n.PictureId)).ToDictionaryAsync(n => n.PictureId, HttpContext.RequestAborted);
        return new JsonResult(latest.Select(p => new
        {
            address = p.Path,
            thumbnail = MediaModel.AddressOf(Rendition.AreMade(p) ? Rendition.Whole(p, p.Extension).First().PathOf(p) : p.Path),
            alt = notes.GetValueOrDefault(p.Id)?.AltText ?? uses.GetValueOrDefault(p.Id)?.AltText,
            caption = uses.GetValueOrDefault(p.Id)?.Caption,
            credit = notes.GetValueOrDefault(p.Id)?.Credit ?? uses.GetValueOrDefault(p.Id)?.Credit,
            focalX = notes.GetValueOrDefault(p.Id)?.FocalX,
            focalY = notes.GetValueOrDefault(p.Id)?.FocalY,
        }));
    }

    /// <summary>Takes in a picture.</summary>
    /// <param name="file">The picture.</param>
    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (await file.ReadAsync(HttpContext.RequestAborted) is not { } bytes)
        {
            return Refused(say[$"没有收到图片，或图片超过 {PictureForm.MostMegabytes} MB。", $"No picture came, or it is larger than {PictureForm.MostMegabytes} MB."]);
        }

        try
        {
            var picture = await SentPicture.TakeAsync(store, clock, bytes, Staff.Name, HttpContext.RequestAborted);
            var alike = await LookAlikes.OfAsync(db, picture.Id, cancellationToken: HttpContext.RequestAborted);
            return new JsonResult(new
            {
                address = picture.Path,
                alike = alike.Count == 0 ? null : say[$"这张图片与库里的 {alike.Count} 张很像，也许是同一张。", $"This picture looks like {alike.Count} of the library; it may be one of them."],
            });
        }
        catch (RefusedPictureException refused)
        {
            return Refused(say["这张图片不能用：", "This picture cannot be used: "] + refused.Message);
        }
    }

    private static JsonResult Refused(string why) => new(new { fault = why }) { StatusCode = StatusCodes.Status400BadRequest };
}
