using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>All pictures of the site, the newest first; those that nobody uses; those that are missing.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for what is shown.</param>
/// <param name="site">The site.</param>
/// <param name="clock">The clock.</param>
/// <param name="say">The newsroom's words.</param>
[Requires(StaffAct.Look)]
[RequestSizeLimit(PictureCleaner.MostBytes + (1024 * 1024))]
public sealed class MediaLibraryModel(NewsStore store, NewsDbContext db, CurrentSite site, TimeProvider clock, Bilingual say) : NewsroomPage
{
    private const int PageLength = 48;
    private const int MostFound = 50;

    /// <summary>Which pictures are shown.</summary>
    public MediaShow Show { get; private set; }

    /// <summary>What was asked for.</summary>
    public string? Query { get; private set; }

    /// <summary>The pictures.</summary>
    public IReadOnlyList<MediaTile> Pictures { get; private set; } = [];

    /// <summary>Places without a picture.</summary>
    public IReadOnlyList<MissingTile> Missing { get; private set; } = [];

    /// <summary>The next page's address; null at the end.</summary>
    public string? Next { get; private set; }

    /// <summary>Shows them.</summary>
    /// <param name="show">Which.</param>
    /// <param name="q">Words.</param>
    /// <param name="before">Numbers below this one.</param>
    public Task OnGetAsync([FromQuery] MediaShow show, [FromQuery] string? q, [FromQuery] int? before) => ShowAsync(show, q, before);

    /// <summary>Takes a picture in.</summary>
    /// <param name="file">The picture.</param>
    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file)
    {
        if (!Staff.May(StaffAct.Write))
        {
            return Forbid();
        }

        if (await file.ReadAsync(HttpContext.RequestAborted) is { } bytes)
        {
            try
            {
                var picture = await SentPicture.TakeAsync(store, clock, bytes, Staff.Name, HttpContext.RequestAborted);
                var alike = await LookAlikes.OfAsync(db, picture.Id, cancellationToken: HttpContext.RequestAborted);
                Done = alike.Count == 0 ? say["图片已入库。", "The picture is in the library."]
                    : say[$"图片已入库。它与库里的 {alike.Count} 张很像，请看下面，也许是同一张。", $"The picture is in the library. It looks like {alike.Count} that are there already; see below whether it is one of them."];
                return Redirect(string.Create(CultureInfo.InvariantCulture, $"/newsroom/media/{picture.Id}"));
            }
            catch (RefusedPictureException refused)
            {
                Fault = say["这张图片不能用：", "This picture cannot be used: "] + refused.Message;
            }
        }

        Fault ??= say[$"请选一张不超过 {PictureForm.MostMegabytes} MB 的图片。", $"Choose a picture of at most {PictureForm.MostMegabytes} MB."];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(MediaShow.All, null, null);
        return Page();
    }

    private async Task ShowAsync(MediaShow show, string? q, int? before)
    {
        var cancelled = HttpContext.RequestAborted;
        (Show, Query) = (show, string.IsNullOrWhiteSpace(q) ? null : q.Trim());
        if (Show == MediaShow.Missing)
        {
            Missing = await db.ArticlePictures.AsNoTracking().Where(p => p.PictureId == null).OrderByDescending(p => p.ArticleId).ThenBy(p => p.Position).Take(PageLength * 4)
                .Join(db.Articles, p => p.ArticleId, a => a.Id, (p, a) => new MissingTile(a.Id, a.Headline, p.OriginalSrc, p.Caption)).ToListAsync(cancelled);
            return;
        }

        var pictures = db.Pictures.AsNoTracking();
        if (Query is { } words)
        {
            // Captions are a part of articles' texts, so that the articles' index finds pictures too.
            var found = await ArticleSearch.SearchAsync(db, new SearchRequest(words, PageSize: MostFound), site.Snapshot.Zone, cancelled);
            long[] articles = [.. found.Hits.Select(h => h.Article.Id)];
            pictures = pictures.Where(p => db.ArticlePictures.Any(u => u.PictureId == p.Id && articles.Contains(u.ArticleId))
                || db.PictureNotes.Any(n => n.PictureId == p.Id && (n.Title!.Contains(words) || n.AltText!.Contains(words) || n.Credit!.Contains(words))));
        }

        pictures = Show == MediaShow.Unused
            ? pictures.Where(p => !db.ArticlePictures.Any(u => u.PictureId == p.Id) && !db.Articles.Any(a => a.LeadPictureId == p.Id))
            : pictures;
        if (Show == MediaShow.Alike)
        {
            // From their own index: few of an archive's pictures are such.
            var alike = await db.PictureLikenesses.AsNoTracking().Where(l => l.State == LikenessState.Alike && (before == null || l.PictureId < before))
                .OrderByDescending(l => l.PictureId).Take(PageLength + 1).Select(l => l.PictureId).ToListAsync(cancelled);
            pictures = pictures.Where(p => alike.Contains(p.Id));
        }

        pictures = before is { } key ? pictures.Where(p => p.Id < key) : pictures;
        var read = await pictures.OrderByDescending(p => p.Id).Take(PageLength + 1).ToListAsync(cancelled);
        Pictures = await MediaTile.OfAsync(db, [.. read.Take(PageLength)], cancelled);
        Next = read.Count > PageLength
            ? string.Create(CultureInfo.InvariantCulture, $"/newsroom/media?show={Show.ToString().ToLowerInvariant()}&q={Uri.EscapeDataString(Query ?? string.Empty)}&before={read[PageLength - 1].Id}")
            : null;
    }
}

/// <summary>Which pictures of the library are shown.</summary>
public enum MediaShow
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those that no article uses.</summary>
    Unused,

    /// <summary>Those that look like one that was there before.</summary>
    Alike,

    /// <summary>Places in articles whose picture never came.</summary>
    Missing,
}

/// <summary>A picture on the shelf.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">What it is called: in the library, or by its first caption.</param>
/// <param name="Thumbnail">Where a small one is seen by those who write.</param>
/// <param name="Width">The thumbnail's width in pixels.</param>
/// <param name="Height">Its height.</param>
public sealed record MediaTile(int Id, string Title, string Thumbnail, int Width, int Height)
{
    /// <summary>Reads what the shelf shows of some pictures.</summary>
    /// <param name="db">The store.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<MediaTile>> OfAsync(NewsDbContext db, IReadOnlyList<Picture> pictures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        int?[] ids = [.. pictures.Select(p => (int?)p.Id)];
        var titles = await db.PictureNotes.AsNoTracking().Where(n => ids.Contains(n.PictureId) && n.Title != null).ToDictionaryAsync(n => n.PictureId, n => n.Title!, cancellationToken);
        var captions = (await db.ArticlePictures.AsNoTracking().Where(u => ids.Contains(u.PictureId)).Select(u => new { u.PictureId, u.ArticleId, Words = u.Caption ?? u.AltText }).ToListAsync(cancellationToken))
            .Where(u => u.Words is not null).GroupBy(u => u.PictureId!.Value).ToDictionary(g => g.Key, g => g.MinBy(u => u.ArticleId)!.Words!);
        return
        [
            .. pictures.Select(p =>
            {
                var small = Rendition.AreMade(p) ? Rendition.Whole(p, p.Extension).First() : new Rendition(p.Width, p.Height, false, p.Extension);
                return new MediaTile(
                    p.Id,
                    titles.GetValueOrDefault(p.Id) ?? captions.GetValueOrDefault(p.Id) ?? string.Create(CultureInfo.InvariantCulture, $"{p.Width} × {p.Height}"),
                    Editing.MediaModel.AddressOf(Rendition.AreMade(p) ? small.PathOf(p) : p.Path),
                    small.Width,
                    small.Height);
            }),
        ];
    }
}

/// <summary>A place in an article whose picture never came.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Src">The address that the file gave; null where the capture lost it.</param>
/// <param name="Caption">What is printed there.</param>
public sealed record MissingTile(long ArticleId, string Headline, string? Src, string? Caption);
