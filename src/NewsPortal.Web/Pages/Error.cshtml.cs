using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Pages.Shared;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages;

/// <summary>A refusal in the site's shell: one sentence, the search field, the latest ten. It must appear with the store down.</summary>
/// <param name="site">The site.</param>
/// <param name="services">Where the store is taken from, if it can be.</param>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(CurrentSite site, IServiceProvider services) : ReaderPage(site.Snapshot)
{
    private const int LatestLength = 10;

    /// <summary>One sentence.</summary>
    public string Sentence { get; private set; } = string.Empty;

    /// <summary>The newest articles; empty while the store cannot be read.</summary>
    public IReadOnlyList<Article> Latest { get; private set; } = [];

    /// <summary>Shows it.</summary>
    /// <param name="code">The status that is answered.</param>
    public async Task OnGetAsync(int code)
    {
        var refusal = Words.Refusal(code);
        Sentence = refusal.Sentence;
        NamePlate = new NamePlate(Site, Find: false);
        Head = new PageHead(Site, refusal.Title, $"/error/{code}") { NoIndex = true };
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            // Asked for by its own address.
            Response.StatusCode = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        }

        try
        {
            var db = services.GetRequiredService<NewsDbContext>();
            Latest = await db.Articles.Latest().Take(LatestLength).ToListAsync(HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or OperationCanceledException)
        {
            // The page says what it can without the store; the fault itself was logged where it happened.
            Latest = [];
        }
    }

    /// <summary>Shows it where a form was refused.</summary>
    /// <param name="code">The status that is answered.</param>
    public Task OnPostAsync(int code) => OnGetAsync(code);
}
