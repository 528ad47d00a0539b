using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Exporting;

/// <summary>
/// Writes every article of the store as a file, with its pictures: a folder that any editor reads, and that makes the same
/// articles again in an empty store.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="zone">The site's zone.</param>
public sealed class ContentExport(NewsStore store, TimeZoneInfo zone)
{
    private const int AtOnce = 100;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the folder; a second time only what changed is written, and what is gone is taken away.</summary>
    /// <param name="directory">The folder: new, empty, or written by an export before.</param>
    /// <param name="inexact">Told of an article that its file does not say whole: its path and which field.</param>
    /// <param name="cancellationToken">Gives up; the next run finishes.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="IOException">The folder holds other files, or cannot be written.</exception>
    public async Task<ContentExportReport> RunAsync(string directory, Action<string, string> inexact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inexact);
        var folder = ExportFolder.Open(directory);
        var (articles, doubtful) = (0, 0);
        var samples = new List<string>();
        await using var db = store.CreateContext();
        for (long last = 0; ;)
        {
            var some = await db.Articles.AsNoTracking().WithEverything().Where(a => a.Id > last).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                break;
            }

            last = some[^1].Id;
            var ids = some.ConvertAll(a => a.Id);
            var aliases = (await db.OldAddresses.AsNoTracking().Where(o => ids.Contains(o.ArticleId)).OrderBy(o => o.Path).ToListAsync(cancellationToken)).ToLookup(o => o.ArticleId, o => o.Path);
            foreach (var article in some)
            {
                var (path, text, fault) = FileOf(article, [.. aliases[article.Id]]);
                folder.Write(path, Utf8.GetBytes(text));
                Pictures(folder, article);
                articles++;
                if (article.IsSample)
                {
                    samples.Add(path);
                }

                if (fault is not null)
                {
                    doubtful++;
                    inexact(path, fault);
                }
            }
        }

        await PagesAsync(db, folder, cancellationToken);
        await ExportedDocuments.WriteAsync(db, store.Location, folder, cancellationToken);
        if (samples.Count > 0)
        {
            folder.Write(SampleContent.ListName, Utf8.GetBytes(string.Join('\n', samples) + "\n"));
        }

        folder.Close();
        return new ContentExportReport(articles, doubtful, folder.Written, folder.Unchanged, folder.Removed);
    }

    private static async Task PagesAsync(NewsDbContext db, ExportFolder folder, CancellationToken cancellationToken)
    {
        // Numbered, so that an import meets them in their order.
        var number = 0;
        foreach (var page in await db.FixedPages.AsNoTracking().OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellationToken))
        {
            // A title in double quotes is YAML whatever stands in it: JSON's strings are a part of it.
            var head = $"fixedpage: {(page.IsInFooter ? "footer" : "true")}\ntitle: {JsonSerializer.Serialize(page.Title, Json)}\nslug: {page.Slug}\n{(page.IsPublic ? string.Empty : "draft: true\n")}";
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"pages/{++number:000}-{page.Slug}.md"), Utf8.GetBytes($"---\n{head}---\n\n{page.Text}\n"));
        }
    }

    // The first form that comes back as it is stored; the most legible come first.
    private (string Path, string Text, string? Fault) FileOf(Article article, IReadOnlyList<string> aliases)
    {
        var file = new ArticleFile(article, article.Body!, aliases, zone);
        string? fault = null;
        foreach (var withSummary in article.SummaryAutomatic ? (bool[])[false, true] : [true])
        {
            foreach (var asHtml in (bool[])[false, true])
            {
                var text = file.Markdown(asHtml, withSummary);
                fault = ReadBack.Difference(article, Utf8.GetBytes(text), file.Stem + ".md", zone);
                if (fault is null)
                {
                    return (file.Stem + ".md", text, null);
                }
            }
        }

        foreach (var withSummary in article.SummaryAutomatic ? (bool[])[false, true] : [true])
        {
            var row = file.Row(withSummary);
            fault = ReadBack.Difference(article, Utf8.GetBytes(row), file.Stem + ".jsonl:1", zone, ".jsonl");
            if (fault is null)
            {
                return (file.Stem + ".jsonl", row, null);
            }
        }

        return (file.Stem + ".jsonl", file.Row(withSummary: true), fault);
    }

    private void Pictures(ExportFolder folder, Article article)
    {
        foreach (var picture in article.Pictures.Select(p => p.Picture).Append(article.LeadPicture).OfType<Picture>())
        {
            var file = MediaFolder.FileOf(store.Location, picture);
            if (File.Exists(file))
            {
                folder.Copy(ArticleFile.PathOf(picture), file);
            }
        }
    }
}

/// <summary>What an export did.</summary>
/// <param name="Articles">How many articles it holds.</param>
/// <param name="Inexact">How many of them their files do not say whole.</param>
/// <param name="Written">Files written.</param>
/// <param name="Unchanged">Files that were there as they are.</param>
/// <param name="Removed">Files of an earlier export that are gone.</param>
public sealed record ContentExportReport(int Articles, int Inexact, int Written, int Unchanged, int Removed)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Articles} articles; files written {Written}, unchanged {Unchanged}, removed {Removed}");
}
