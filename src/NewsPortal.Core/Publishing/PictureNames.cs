using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>How a text that an editor writes names pictures, and which picture is meant.</summary>
internal static partial class PictureNames
{
    /// <summary>The picture of an address of this site, whichever of its sizes it names.</summary>
    /// <returns>Null where there is no such picture.</returns>
    public static async Task<Picture?> FindAsync(NewsDbContext db, string address, CancellationToken cancellationToken)
    {
        if (MediaPath().Match(address) is not { Success: true } match)
        {
            return null;
        }

        // Hashes are compared by code point on both databases: what begins with these digits lies between them and a letter beyond f.
        var (from, to) = (match.Groups[1].Value + match.Groups[2].Value, match.Groups[1].Value + match.Groups[2].Value + "g");
        return await db.Pictures.FirstOrDefaultAsync(p => string.Compare(p.Hash, from) >= 0 && string.Compare(p.Hash, to) < 0, cancellationToken);
    }

    [GeneratedRegex(@"^(?:https?://[^/]+)?/media/([0-9a-f]{2})/([0-9a-f]{30})(?:-[0-9]{1,5}c?)?(?:\.[a-z0-9]{2,5})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaPath();
}
