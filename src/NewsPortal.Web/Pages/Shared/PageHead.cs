using Microsoft.AspNetCore.Html;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>What stands in the head of a page.</summary>
/// <param name="Site">The site.</param>
/// <param name="Title">The page's own title, without the site's name.</param>
/// <param name="Path">Its canonical address, root-relative, without parameters that change nothing.</param>
public sealed record PageHead(SiteSnapshot Site, string Title, string Path)
{
    /// <summary>One sentence about it; empty states none.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>What tells its title from that of another page: the kind of a list, the source of a reprint. Empty where the title is enough.</summary>
    public string Distinction { get; init; } = string.Empty;

    /// <summary>It is to be left out of search engines.</summary>
    public bool NoIndex { get; init; }

    /// <summary>OpenGraph's kind of page.</summary>
    public string Kind { get; init; } = "website";

    /// <summary>The picture that is shown where its address is shared; null where there is none.</summary>
    public SharePicture? Shared { get; init; }

    /// <summary>Its own feed: a title and the folder that holds <c>feed.xml</c>; null where it has none.</summary>
    public FeedLink? Feed { get; init; }

    /// <summary>More meta elements with <c>property</c>, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, IHtmlContent>> Properties { get; init; } = [];

    /// <summary>Structured data, one script element each.</summary>
    public IReadOnlyList<JsonLd> Data { get; init; } = [];

    /// <summary>The title with what tells it from others, and the site's name.</summary>
    public string FullTitle => Path == "/" ? Title : Distinction.Length == 0 ? $"{Title} - {Site.Settings.Name}" : $"{Title} - {Distinction} - {Site.Settings.Name}";

    /// <summary>The canonical address, absolute.</summary>
    public string Canonical => Site.BaseUrl + Path;
}

/// <summary>A picture as OpenGraph names it.</summary>
/// <param name="Path">Root-relative address of a JPEG or PNG.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="AltText">What it shows; null says nothing.</param>
public sealed record SharePicture(string Path, int Width, int Height, string? AltText)
{
    /// <summary>A picture of an article, as large as others are given it.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="altText">What it shows.</param>
    public static SharePicture Of(Picture picture, string? altText)
    {
        var rendition = Rendition.ToShare(picture);
        return new SharePicture(rendition.PathOf(picture), rendition.Width, rendition.Height, altText);
    }
}

/// <summary>A feed that belongs to a page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Folder">Root-relative folder with a slash at its end.</param>
public sealed record FeedLink(string Title, string Folder);

/// <summary>The name plate of a page.</summary>
/// <param name="Site">The site.</param>
/// <param name="Current">Root-relative address of the entry of the navigation that the page belongs to.</param>
/// <param name="Large">The large one of the front page, with the date.</param>
/// <param name="Find">It has a search field; the page has no other.</param>
public sealed record NamePlate(SiteSnapshot Site, string? Current = null, bool Large = false, bool Find = true);
