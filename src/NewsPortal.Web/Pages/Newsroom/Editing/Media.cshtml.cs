using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Pages.Newsroom.Editing;

/// <summary>A picture for those who write: readers get it only while an article that they see uses it.</summary>
/// <param name="store">The store.</param>
/// <param name="db">The store, for its rows.</param>
[Requires(StaffAct.Look)]
public sealed partial class MediaModel(NewsStore store, NewsDbContext db) : NewsroomPage
{
    /// <summary>Where a picture of the site is seen here.</summary>
    /// <param name="address">Its address for readers.</param>
    public static string AddressOf(string address) => "/newsroom/editing" + address;

    /// <summary>Sends it.</summary>
    /// <param name="folder">Two digits.</param>
    /// <param name="name">Thirty more, and the rendition's suffix.</param>
    /// <param name="extension">The format.</param>
    public async Task<IActionResult> OnGetAsync(string folder, string name, string extension)
    {
        if (!Folder().IsMatch(folder) || !Named().IsMatch(name)
            || await MediaEndpoint.FindAsync(db, folder, name, extension, HttpContext.RequestAborted) is not var (picture, rendition)
            || FileOf(picture, rendition) is not { } file)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = MediaEndpoint.Policy;
        return PhysicalFile(Path.GetFullPath(file), PictureFormat.MediaType(Path.GetExtension(file)));
    }

    // A picture that has just come may not be drawn in every size yet: its clean copy is always there.
    private string? FileOf(Picture picture, Rendition rendition) =>
        new[] { MediaFolder.FileOf(store.Location, picture, rendition), MediaFolder.FileOf(store.Location, picture) }.FirstOrDefault(System.IO.File.Exists);

    [GeneratedRegex("^[0-9a-f]{2}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Folder();

    [GeneratedRegex("^[0-9a-f]{30}[-0-9c]*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
