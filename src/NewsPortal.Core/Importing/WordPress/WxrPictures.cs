using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>Where the pictures of a WordPress site lie once its folder of uploads was copied beside the export.</summary>
internal static partial class WxrPictures
{
    private const string Uploads = "/wp-content/uploads/";

    /// <summary>The address of a picture without the old site, where it was among its uploads; every other address as it is.</summary>
    public static string? Local(OldSite site, string? address)
    {
        if (site.PathAndQuery(address) is not { } path) return address;
        var at = path.IndexOf(Uploads, StringComparison.Ordinal);
        return at < 0 ? address : path[at..];
    }

    /// <summary>The paths at which a picture may lie, the best first: what was uploaded is better than a size made of it.</summary>
    public static IEnumerable<string> Candidates(string address)
    {
        if (!address.StartsWith(Uploads, StringComparison.Ordinal)) yield break;
        var below = address[Uploads.Length..];
        var whole = Size().Replace(below, "$1");
        foreach (var name in whole == below ? [below] : new[] { whole, below })
            foreach (var folder in (string[])["wp-content/uploads/", "uploads/"])
            {
                yield return folder + name;
                yield return "/" + folder + name;
            }
    }

    [GeneratedRegex(@"-\d{1,5}x\d{1,5}(\.[A-Za-z0-9]{2,5})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Size();
}
