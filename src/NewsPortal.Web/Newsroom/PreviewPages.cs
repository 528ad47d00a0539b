using System.Text;
using System.Text.RegularExpressions;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Newsroom;

/// <summary>Draws an article that readers do not see yet by the readers' own views.</summary>
/// <param name="site">The site.</param>
/// <param name="renderer">Renders it.</param>
/// <param name="shared">What every page ends with.</param>
public sealed partial class PreviewPages(CurrentSite site, ViewRenderer renderer, SharedRunSource shared)
{
    /// <summary>Draws it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="folder">Where its pictures and documents are asked for: <c>/media/</c> and <c>/files/</c> show only what readers see.</param>
    /// <param name="banner">What stands above it; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page; null where there is no such article.</returns>
    public async Task<byte[]?> DrawAsync(NewsDbContext db, long article, string folder, string? banner, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await ArticlePage.LoadAsync(db, db.Articles, article, site.Snapshot, cancellationToken) is not { } page)
        {
            return null;
        }

        var html = Encoding.UTF8.GetString(await renderer.RenderAsync("/Pages/Shared/ArticleRun.cshtml", page));
        html = Addresses().Replace(html, a => a.Value.Replace("/media/", folder + "/media/", StringComparison.Ordinal).Replace("\"/files/", $"\"{folder}/files/", StringComparison.Ordinal));
        if (banner is not null)
        {
            var text = System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(banner);
            html = Body().Replace(html, b => $"{b.Value}\n<aside class=\"old-notice\" role=\"note\">{text}</aside>", 1);
        }

        var tail = await shared.GetAsync(cancellationToken);
        return [.. Encoding.UTF8.GetBytes(html), .. tail.Inflate()];
    }

    // Only what a browser fetches; the words of a text stay as they are.
    [GeneratedRegex(" (?:src|srcset|imagesrcset|href)=\"/(?:media|files)/[^\"]*\"")]
    private static partial Regex Addresses();

    [GeneratedRegex("<body[^>]*>")]
    private static partial Regex Body();
}
