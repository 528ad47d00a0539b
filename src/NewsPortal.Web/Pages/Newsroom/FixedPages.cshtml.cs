using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The pages beside the articles.</summary>
/// <param name="db">The store.</param>
[Requires(StaffAct.Arrange)]
public sealed class FixedPagesModel(NewsDbContext db) : NewsroomPage
{
    /// <summary>What most sites begin with.</summary>
    public static IReadOnlyList<(string Slug, string Chinese, string English)> Starters { get; } =
        [("contact", "联系我们", "Contact"), ("copyright", "版权声明", "Copyright"), ("privacy", "隐私政策", "Privacy")];

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<FixedPage> Pages { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync() =>
        Pages = await db.FixedPages.AsNoTracking().OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(HttpContext.RequestAborted);
}
