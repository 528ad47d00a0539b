using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Ghost;

/// <summary>Where the pictures of a Ghost site lie once its folder <c>content/images</c> was copied beside the export.</summary>
internal static partial class GhostPictures
{
    /// <summary>What an export writes in the place of the site's own address.</summary>
    private const string OldAddress = "__GHOST_URL__";

    private const string Images = "/content/images/";

    /// <summary>A text without the mark of the old site: its addresses are those of this site then.</summary>
    public static string Local(string text) => text.Replace(OldAddress, string.Empty, StringComparison.Ordinal);

    /// <summary>The paths at which a picture may lie, the best first: what was uploaded is better than a size made of it.</summary>
    public static IEnumerable<string> Candidates(string address)
    {
        if (!address.StartsWith(Images, StringComparison.Ordinal)) yield break;
        var whole = Size().Replace(address, Images, 1);
        foreach (var path in whole == address ? [address] : new[] { whole, address })
        {
            yield return path[1..];
            yield return path;
        }
    }

    [GeneratedRegex(@"^/content/images/size/w\d{1,5}(?:h\d{1,5})?/(?:format/[a-z]{2,5}/)?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Size();
}
