using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Exporting;
using NewsPortal.Core.Media;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.StaticSite;

/// <summary>
/// The public site as files, byte for byte what the server sends at one row of the ledger. Articles whose kept page is the
/// same as at the last export are not asked for again.
/// </summary>
/// <param name="host">The site, standing still, its pagers leading to the archive.</param>
/// <param name="store">The store.</param>
/// <param name="includes">Parts that the whole site shares are files of their own, included by the file server (SSI).</param>
public sealed class StaticExport(PrivateSite host, NewsStore store, bool includes)
{
    /// <summary>Name of the hidden list of what each article's file was made of.</summary>
    public const string PagesName = ".newsportal-pages";

    private const string TailFile = "shared/tail.html";
    private const string RailFile = "shared/rail.html";
    private const string RailStart = "<aside aria-labelledby=\"rail-head\">";
    private const string RailEnd = "</aside>";
    private const int MostPasses = 5;

    /// <summary>Writes the folder.</summary>
    /// <param name="directory">A new or an empty folder, or one that this wrote before.</param>
    /// <param name="cancellationToken">Gives up; the next run finishes.</param>
    /// <exception cref="IOException">The folder holds other files, cannot be written, or a page does not answer.</exception>
    public async Task<StaticExportReport> RunAsync(string directory, CancellationToken cancellationToken = default)
    {
        var current = host.Services.GetRequiredService<CurrentSite>();
        var (written, removed) = (0, 0);
        for (var pass = 1; ; pass++)
        {
            var folder = ExportFolder.Open(directory);
            var sequence = current.Snapshot.Sequence;
            var pages = await PassAsync(folder, directory, cancellationToken);
            folder.Close();
            written += folder.Written;
            removed += folder.Removed;

            // Lists are read from the store as it is: where the ledger grew meanwhile, what changed is written once more.
            await current.RefreshAsync(cancellationToken: cancellationToken);
            if (current.Snapshot.Sequence == sequence || pass == MostPasses)
            {
                return new StaticExportReport(sequence, pages, written, folder.Unchanged, removed, current.Snapshot.Sequence == sequence);
            }
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<int> PassAsync(ExportFolder folder, string directory, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        var shared = await host.Services.GetRequiredService<SharedRunSource>().GetAsync(cancellationToken);
        var tail = shared.Inflate();
        var sheet = host.Services.GetRequiredService<SiteStylesheet>().PathOf(host.Snapshot.Settings);
        var pages = await new PageList(host.Client, db, host.Snapshot, sheet).ReadAsync(cancellationToken);
        var rail = await RailAsync(cancellationToken);
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(pages, parallel, async (path, cancelled) =>
            folder.Write(StaticAddress.FileOf(path), WithoutRail(await BytesAsync(path, HttpStatusCode.OK, cancelled), rail)));
        if (includes)
        {
            folder.Write(TailFile, tail);
            folder.Write(RailFile, rail);
        }

        await CardsAsync(folder, db, cancellationToken);
        var articles = await ArticlesAsync(folder, directory, db, includes ? "include" : shared.Hash, tail.Length, cancellationToken);
        await MediaAsync(folder, db, cancellationToken);
        await DocumentsAsync(folder, db, cancellationToken);
        folder.Write("404.html", WithoutRail(await BytesAsync("/error/404", HttpStatusCode.NotFound, cancellationToken), rail));
        folder.Write("410.html", WithoutRail(await BytesAsync("/error/410", HttpStatusCode.Gone, cancellationToken), rail));
        folder.Write("redirects.map", Utf8(await NginxFiles.RedirectsAsync(db, cancellationToken)));
        folder.Write("gone.map", Utf8(await NginxFiles.GoneAsync(db, cancellationToken)));
        folder.Write("headers.conf", Utf8(NginxFiles.Server(includes)));
        return pages.Count + articles;
    }

    private async Task<int> ArticlesAsync(ExportFolder folder, string directory, NewsDbContext db, string sharedHash, int tailLength, CancellationToken cancellationToken)
    {
        var list = Path.Combine(directory, PagesName);
        var before = File.Exists(list)
            ? File.ReadLines(list).Select(l => l.Split('\t')).Where(l => l.Length == 2).GroupBy(l => l[0]).ToDictionary(l => l.Key, l => l.Last()[1], StringComparer.Ordinal)
            : [];
        var fingerprint = host.Services.GetRequiredService<CurrentSite>().Fingerprint;
        var kept = db.Articles.AsNoTracking().Visible().OrderBy(a => a.Id)
            .Select(a => new { a.Day, a.Slug, Hash = db.Runs.Where(r => r.ArticleId == a.Id && r.Fingerprint == fingerprint).Select(r => r.Hash).FirstOrDefault() });
        var visible = await kept.ToListAsync(cancellationToken);
        var include = Utf8($"<!--# include virtual=\"/{TailFile}\" -->");
        await Parallel.ForEachAsync(visible, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, async (article, cancelled) =>
        {
            var path = ArticleAddress.Of(article.Day, article.Slug);
            var file = StaticAddress.FileOf(path);
            var code = $"qr{path}.svg";
            var madeOf = $"{article.Hash} {sharedHash}";
            if (article.Hash is null || before.GetValueOrDefault(path) != madeOf || !folder.Keep(file))
            {
                var page = await BytesAsync(path, HttpStatusCode.OK, cancelled);
                folder.Write(file, includes ? [.. page[..^tailLength], .. include] : page);
            }

            // Made of nothing but the address.
            if (before.ContainsKey(path) && folder.Keep(code))
            {
                return;
            }

            folder.Write(code, await BytesAsync("/" + code, HttpStatusCode.OK, cancelled));
        });

        // Asked for, a page is kept: now every one has its hash.
        var now = (await kept.ToListAsync(cancellationToken)).Where(a => a.Hash is not null).Select(a => $"{ArticleAddress.Of(a.Day, a.Slug)}\t{a.Hash} {sharedHash}\n");
        folder.Write(PagesName, Utf8(string.Concat(now.Order(StringComparer.Ordinal))));
        return visible.Count;
    }

    // A card's address says what is drawn on it, so one that is there is right.
    private async Task CardsAsync(ExportFolder folder, NewsDbContext db, CancellationToken cancellationToken)
    {
        await foreach (var article in db.Articles.AsNoTracking().Visible().Where(a => a.LeadPictureId == null).Include(a => a.Section).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (ShareCards.Of(article, host.Snapshot) is { } card && ShareCards.PathOf(article.Id, card) is var path && !folder.Keep(path.TrimStart('/')))
            {
                folder.Write(path.TrimStart('/'), await BytesAsync(path, HttpStatusCode.OK, cancellationToken));
            }
        }
    }

    private async Task MediaAsync(ExportFolder folder, NewsDbContext db, CancellationToken cancellationToken)
    {
        var visible = db.Articles.Visible();
        var used = db.Pictures.AsNoTracking().Where(p => visible.Any(a => a.LeadPictureId == p.Id) || db.ArticlePictures.Any(u => u.PictureId == p.Id && visible.Any(a => a.Id == u.ArticleId)));
        await foreach (var picture in used.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var itself = new Rendition(picture.Width, picture.Height, false, picture.Extension);
            foreach (var rendition in Rendition.AreMade(picture) ? Rendition.Files(picture).Append(itself) : [itself])
            {
                if (MediaFolder.FileOf(store.Location, picture, rendition) is var file && File.Exists(file))
                {
                    folder.Copy(rendition.PathOf(picture).TrimStart('/'), file);
                }
            }
        }
    }

    private async Task DocumentsAsync(ExportFolder folder, NewsDbContext db, CancellationToken cancellationToken)
    {
        var visible = db.Articles.Visible();
        var offered = db.Attachments.AsNoTracking().Where(f => db.ArticleAttachments.Any(p => p.AttachmentId == f.Id && visible.Any(a => a.Id == p.ArticleId)));
        await foreach (var attachment in offered.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (DocumentFolder.FileOf(store.Location, attachment.Hash) is var file && File.Exists(file))
            {
                folder.Copy(Uri.UnescapeDataString(attachment.Path.TrimStart('/')), file);
            }
        }
    }

    // The newest headlines beside lists stand on every one of them, and would rewrite them all at every publish.
    private async Task<byte[]> RailAsync(CancellationToken cancellationToken)
    {
        if (!includes)
        {
            return [];
        }

        var page = Encoding.UTF8.GetString(await BytesAsync("/about", HttpStatusCode.OK, cancellationToken));
        var start = page.IndexOf(RailStart, StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf(RailEnd, start, StringComparison.Ordinal);
        return end < 0 ? [] : Utf8(page[start..(end + RailEnd.Length)]);
    }

    private static byte[] WithoutRail(byte[] page, byte[] rail)
    {
        var at = rail.Length == 0 ? -1 : page.AsSpan().IndexOf(rail);
        return at < 0 ? page : [.. page[..at], .. Utf8($"<!--# include virtual=\"/{RailFile}\" -->"), .. page[(at + rail.Length)..]];
    }

    private async Task<byte[]> BytesAsync(string path, HttpStatusCode wanted, CancellationToken cancellationToken)
    {
        using var answer = await host.Client.GetAsync(path, cancellationToken);
        return answer.StatusCode == wanted
            ? await answer.Content.ReadAsByteArrayAsync(cancellationToken)
            : throw new IOException($"{path} answers {(int)answer.StatusCode}, so the export is not whole. See: newsportal check");
    }
}

/// <summary>What an export wrote.</summary>
/// <param name="Sequence">The row of the ledger that it stands for.</param>
/// <param name="Pages">Addresses in it, pictures apart.</param>
/// <param name="Written">Files written.</param>
/// <param name="Unchanged">Files that were there as they are.</param>
/// <param name="Removed">Files of an earlier export that are gone.</param>
/// <param name="IsWhole">Nothing was published meanwhile, so that all of it is of one moment.</param>
public sealed record StaticExportReport(long Sequence, int Pages, int Written, int Unchanged, int Removed, bool IsWhole)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"ledger {Sequence}: {Pages} pages; files written {Written}, unchanged {Unchanged}, removed {Removed}")
        + (IsWhole ? string.Empty : "; the site went on changing: export again");
}
