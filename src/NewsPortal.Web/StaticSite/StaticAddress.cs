namespace NewsPortal.Web.StaticSite;

/// <summary>Which file an address of the site is, once it is a folder.</summary>
public static class StaticAddress
{
    /// <summary>The file of an address: a page gets <c>.html</c>, the front page is <c>index.html</c>, a file keeps its name.</summary>
    /// <param name="path">Root-relative, without a query.</param>
    public static string FileOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bare = path.Trim('/');
        return bare.Length == 0 ? "index.html" : bare[(bare.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) ? bare : bare + ".html";
    }
}
