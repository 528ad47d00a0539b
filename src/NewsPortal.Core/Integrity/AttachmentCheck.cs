using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Integrity;

/// <summary>Hashes every document that readers may download.</summary>
internal static class AttachmentCheck
{
    public static async Task RunAsync(NewsDbContext db, StoreLocation location, IntegrityReport report, FaultList found, CancellationToken cancellationToken)
    {
        await foreach (var attachment in db.Attachments.AsNoTracking().OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            report.Attachments++;
            var where = FormattableString.Invariant($"attachment {attachment.Id} ({attachment.FileName})");
            var file = new FileInfo(DocumentFolder.FileOf(location, attachment.Hash));
            if (!file.Exists)
            {
                found.Add(where, "its file is missing. Restore a backup, or upload the document again.");
            }
            else if (file.Length != attachment.Bytes || await HashAsync(file, cancellationToken) != attachment.Hash)
            {
                found.Add(where, "its file is damaged. Restore a backup, or delete the file and upload the document again.");
            }
        }
    }

    private static async Task<string> HashAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
