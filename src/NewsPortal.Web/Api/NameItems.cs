using NewsPortal.Core.Reading;
using NewsPortal.Web.Api.Resources;

namespace NewsPortal.Web.Api;

/// <summary>Names with their addresses.</summary>
internal static class NameItems
{
    /// <summary>Makes one.</summary>
    /// <param name="site">The site.</param>
    /// <param name="name">The name.</param>
    /// <param name="folder">Where its page lies.</param>
    /// <param name="slug">Its slug.</param>
    public static NameLink Of(SiteSnapshot site, string name, string folder, string slug) =>
        new() { Name = name, Slug = slug, Url = $"{site.BaseUrl}/{folder}/{slug}" };
}
