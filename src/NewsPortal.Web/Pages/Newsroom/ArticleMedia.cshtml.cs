using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The pictures of an article that readers do not see yet, for its preview.</summary>
/// <param name="db">The store.</param>
/// <param name="store">The store, for the files.</param>
[Requires(StaffAct.Look)]
public sealed class ArticleMediaModel(NewsDbContext db, NewsStore store) : NewsroomPage
{
    /// <summary>Answers with one.</summary>
    /// <param name="id">The article's number.</param>
    public async Task OnGetAsync(long id)
    {
        var lead = await db.Articles.Where(a => a.Id == id).Select(a => a.LeadPictureId).FirstOrDefaultAsync(HttpContext.RequestAborted);
        var answer = await MediaEndpoint.AnswerForPreviewAsync(HttpContext, id, lead, store);
        await answer.ExecuteAsync(HttpContext);
    }
}
