using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Exporting;

/// <summary>Attachments in an export of the content: their files, and a list of which article offers which.</summary>
internal static class ExportedDocuments
{
    /// <summary>The folder that they are in; an import passes over it.</summary>
    public const string Folder = "attachments";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them.</summary>
    public static async Task WriteAsync(NewsDbContext db, StoreLocation location, ExportFolder folder, CancellationToken cancellationToken)
    {
        await foreach (var attachment in db.Attachments.AsNoTracking().OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var file = DocumentFolder.FileOf(location, attachment.Hash);
            if (File.Exists(file))
            {
                folder.Copy(PathOf(attachment), file);
            }
        }

        var places = await db.ArticleAttachments.AsNoTracking().OrderBy(p => p.ArticleId).ThenBy(p => p.Place)
            .Join(db.Articles, p => p.ArticleId, a => a.Id, (p, a) => new { p.Attachment, p.Title, a.Day, a.Slug }).ToListAsync(cancellationToken);
        if (places.Count > 0)
        {
            var lines = places.Select(p => JsonSerializer.Serialize(new { article = ArticleAddress.Of(p.Day, p.Slug), file = PathOf(p.Attachment), title = p.Title }, Json) + "\n");
            folder.Write($"{Folder}/list.jsonl", Encoding.UTF8.GetBytes(string.Concat(lines)));
        }
    }

    private static string PathOf(Attachment attachment) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{attachment.Id}/{attachment.FileName}");
}
