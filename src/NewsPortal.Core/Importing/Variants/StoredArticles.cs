using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing.DryRuns;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Variants;

/// <summary>
/// Finds, before a transaction begins, the stored article that pages of a divided article belong to, or that an AMP or print
/// version shows again.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="options">How the import is done.</param>
/// <param name="foretold">What a dry run would have stored; null in an import.</param>
internal sealed class StoredArticles(NewsStore store, ImportOptions options, ForetoldArticles? foretold)
{
    /// <summary>What is noted of an article that was read from another version of its page.</summary>
    public const string StandsIn = "This was read from the AMP or print version of the article's page, which stands in for it until the article's own page is imported.";

    private const int MostCandidates = 20;

    // As in the index.
    private const int LongestAddress = 800;
    private const int ShingleLength = 4;
    private const double Most = 0.75;
    private const double MoreComplete = 1.25;
    private readonly KeptOriginals _kept = new(store);
    private Dictionary<string, long>? _standIns;

    /// <summary>Says what an AMP or print version is: a new article, more of a stored one, or nothing new.</summary>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Incoming> OfVariantAsync(Incoming version, CancellationToken cancellationToken)
    {
        var extracted = version.Extraction.Article!;
        await using var db = store.CreateContext();
        var (hash, path) = (HashOf(version.Input.File!), version.Input.File!.RelativePath);
        if (foretold?.Find(extracted, hash, path) is not null || (await ArticleIdentity.FindAsync(db, extracted, hash, path, cancellationToken)).ArticleId is not null) return version;
        var now = Shingles.Of(extracted.Text, ShingleLength);
        await foreach (var shown in ShownAsync(db, extracted, path, cancellationToken))
        {
            var before = Shingles.Of(shown.Text, ShingleLength);
            var sameHeadline = Folding.ForComparison(shown.Headline) == Folding.ForComparison(extracted.Headline);
            var sameAddress = extracted.CanonicalUrl is not null && shown.OriginalUrl == extracted.CanonicalUrl;
            if (!(sameAddress && sameHeadline) && Share(now, before) < Most) continue;
            var found = version with { ArticleId = shown.Id, Foretold = shown.Foretold };
            if (now.Count > before.Count * MoreComplete && Share(before, now) >= Most)
            {
                extracted.Warnings.Add(new ImportWarning(0, StandsIn));
                return found;
            }

            extracted.Warnings.Add(new ImportWarning(0, $"This is the {(extracted.Variant == PageVariant.Amp ? "AMP" : "print")} version of the article \"{shown.Headline}\"{(shown.Path is null ? string.Empty : $" ({shown.Path})")}; nothing was taken from it."));
            return found with { IsKnown = true };
        }

        extracted.Warnings.Add(new ImportWarning(0, StandsIn));
        return version;
    }

    /// <summary>Says whether an article's own page replaces a version that stands in for it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Incoming> OfPageAsync(Incoming page, CancellationToken cancellationToken)
    {
        if (page.Extraction is not { Format: "html", Article: { CanonicalUrl: { } address } extracted }) return page;
        _standIns ??= await StandInsAsync(cancellationToken);
        if (!_standIns.Remove(address, out var id)) return page;
        await using var db = store.CreateContext();
        var stored = await db.Articles.Where(a => a.Id == id).Select(a => a.Body!.Text).SingleOrDefaultAsync(cancellationToken);
        if (stored is null) return page;
        var (before, now) = (Shingles.Of(stored, ShingleLength), Shingles.Of(extracted.Text, ShingleLength));
        if (Share(before, now) >= Most) return page with { ArticleId = id };
        if (Share(now, before) < Most) return page;
        extracted.Warnings.Add(new ImportWarning(0, $"The article \"{extracted.Headline}\" holds all of this and more, from another version of its page; nothing was taken from it."));
        return page with { ArticleId = id, IsKnown = true };
    }

    /// <summary>Joins pages of one article with those that the store keeps of it.</summary>
    /// <param name="pages">The pages that came, in order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Incoming> OfPagesAsync(IReadOnlyList<Incoming> pages, CancellationToken cancellationToken)
    {
        var (id, kept) = await KeptAsync(pages[0], cancellationToken);
        var hashes = kept.Select(k => k.Use.OriginalHash).ToHashSet(StringComparer.Ordinal);
        if (id is not null && pages.All(p => hashes.Contains(HashOf(p.Input.File!))))
        {
            return pages[0] with { ArticleId = id, IsKnown = true, Further = [.. pages.Skip(1).Select(p => (p.Input, p.Extraction))] };
        }

        var all = pages.Select(p => (p.Input, p.Extraction)).ToList();
        foreach (var old in kept.Where(k => !all.Exists(p => p.Input.File!.RelativePath == k.Use.Path)))
        {
            var extraction = Extract(old);
            if (extraction.Article is { } article && !all.Exists(p => p.Extraction.Article!.Page!.Number == ArticlePages.NumberOf(article))) all.Add((old, extraction));
        }

        all = [.. all.OrderBy(p => ArticlePages.NumberOf(p.Extraction.Article!))];
        var first = all[0].Extraction.Article!;
        var articles = all.ConvertAll(p => p.Extraction.Article!);
        ArticlePages.Join(first, all.Skip(1).Select(p => (p.Input.File!.RelativePath, p.Extraction.Article!)));
        foreach (var (_, extraction) in all.Skip(1).Where(p => p.Input is not KeptOriginal))
        {
            extraction.Article!.Warnings.Add(new ImportWarning(0, $"Page {extraction.Article.Page!.Number} of \"{first.Headline}\", joined to it."));
        }

        if (ArticlePages.Missing(articles) is { } missing) first.Warnings.Add(missing);
        return new Incoming(all[0].Input, all[0].Extraction) { ArticleId = id, Further = all[1..] };
    }

    private async Task<(long? Id, IReadOnlyList<KeptOriginal> Kept)> KeptAsync(Incoming page, CancellationToken cancellationToken)
    {
        var extracted = page.Extraction.Article!;
        await using var db = store.CreateContext();
        foreach (var id in await CandidatesAsync(db, extracted, ArticlePages.WithoutNumber(extracted.Headline), page.Input.File!.RelativePath, cancellationToken))
        {
            var kept = _kept.Of([id]).SelectMany(k => k.Further.Prepend(k)).Where(k => k.File is not null).ToList();
            if (kept.Exists(k => Extract(k).Article is { } known && ArticlePages.Belong(extracted, page.Input.File.RelativePath, known, k.Use.Path))) return (id, kept);
        }

        return (null, []);
    }

    private Extraction Extract(KeptOriginal kept) => ArticleExtractor.Extract(kept.File!, new ExtractionOptions(options.Zone, kept.EncodingName));

    // What a dry run would have stored is later than what is stored.
    private async IAsyncEnumerable<Shown> ShownAsync(NewsDbContext db, ExtractedArticle extracted, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var a in foretold?.With(path, [extracted.Headline], extracted.CanonicalUrl) ?? [])
        {
            yield return new Shown(a.ArticleId, a, a.Headline, a.OriginalUrl, a.ImportPath, foretold!.TextOf(a));
        }

        foreach (var id in await CandidatesAsync(db, extracted, extracted.Headline, path, cancellationToken))
        {
            if (foretold?.Of(id) is not null) continue;
            yield return await db.Articles.Where(a => a.Id == id).Select(a => new Shown(a.Id, null, a.Headline, a.OriginalUrl, a.ImportPath, a.Body!.Text)).SingleAsync(cancellationToken);
        }
    }

    // Asked without "no external id", for which SQLite would walk the index of external ids: nearly all articles have none.
    private static async Task<List<long>> CandidatesAsync(NewsDbContext db, ExtractedArticle extracted, string headline, string path, CancellationToken cancellationToken) =>
        [.. (await db.Articles.Where(a => a.ImportPath == path || a.Headline == headline || a.Headline == extracted.Headline || (extracted.CanonicalUrl != null && a.OriginalUrl!.Length <= LongestAddress && a.OriginalUrl == extracted.CanonicalUrl))
            .OrderByDescending(a => a.Id).Select(a => new { a.Id, a.ExternalId }).Take(MostCandidates).ToListAsync(cancellationToken)).Where(a => a.ExternalId is null).Select(a => a.Id)];

    // Noted in the records of runs, which hold nothing but warnings and are small.
    private async Task<Dictionary<string, long>> StandInsAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        var noted = (await db.ImportRunEntries.Where(e => e.Message == StandsIn).Select(e => new { e.ImportRunId, e.Path }).ToListAsync(cancellationToken))
            .ToLookup(e => e.ImportRunId, e => e.Path);
        if (noted.Count == 0) return new Dictionary<string, long>(StringComparer.Ordinal);
        var runs = noted.Select(run => run.Key).ToList();
        var uses = await db.OriginalUses.Where(u => runs.Contains(u.ImportRunId) && u.OriginalHash == u.Article.OriginalHash && u.Article.OriginalUrl != null)
            .Select(u => new { u.ImportRunId, u.Path, Id = u.ArticleId, u.Article.OriginalUrl }).ToListAsync(cancellationToken);
        var found = uses.Where(u => noted[u.ImportRunId].Any(path => path.EndsWith(u.Path, StringComparison.Ordinal)));
        return found.GroupBy(a => a.OriginalUrl!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(a => a.Id), StringComparer.Ordinal);
    }

    private static string HashOf(SourceFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));

    private static double Share(HashSet<string> of, HashSet<string> inOther) => of.Count == 0 ? 0 : (double)of.Count(inOther.Contains) / of.Count;

    private sealed record Shown(long? Id, ForetoldArticle? Foretold, string Headline, string? OriginalUrl, string? Path, string Text);
}
