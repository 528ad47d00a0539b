using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Integrity;

/// <summary>Hashes every picture's clean copy; of its renditions, which are made from it, it looks whether they are there.</summary>
internal static class MediaCheck
{
    public static async Task RunAsync(NewsDbContext db, StoreLocation location, IntegrityReport report, FaultList found, CancellationToken cancellationToken)
    {
        await foreach (var picture in db.Pictures.AsNoTracking().OrderBy(p => p.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            report.Pictures++;
            var where = $"picture {picture.Path}";
            var file = MediaFolder.FileOf(location, picture);
            if (!File.Exists(file))
            {
                found.Add(where, "its file is missing. Restore a backup, or import the articles again that show it.");
                continue;
            }

            if (await HashAsync(file, cancellationToken) != picture.Hash)
            {
                found.Add(where, "its file is damaged. Restore a backup, or delete the file and import the articles again that show it.");
            }

            if (Rendition.AreMade(picture) && Rendition.Files(picture).Count(r => !File.Exists(MediaFolder.FileOf(location, picture, r))) is > 0 and var missing)
            {
                found.Add(where, FormattableString.Invariant($"{missing} of its renditions are missing"));
            }
        }
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
