using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>Finds articles by words: all words as typed, headlines before texts; where no article has them all, by their rarest parts.</summary>
/// <remarks>
/// Splitting, weights and the widening were chosen by measurement on real queries. Order is decided here and not by the
/// database, so that both databases give the same; at most as many as fifty pages show are ranked, so that a search
/// costs the same in an archive of any size.
/// </remarks>
public static class ArticleSearch
{
    // With fewer than this the letters of a query are read as pinyin too.
    private const int Few = 10;
    private const int ShortestBeginning = 3;
    private const int SnippetLength = 120;
    private const int LongestMarked = 30_000;

    /// <summary>Answers a reader's query.</summary>
    /// <param name="db">The store.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="zone">The site's zone, in which days are meant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SearchPage> SearchAsync(
        NewsDbContext db, SearchRequest request, TimeZoneInfo? zone = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        var query = SearchQuery.Parse(request.Query);
        if (query.IsEmpty || await SearchFilter.OfAsync(db, request, zone ?? TimeZoneInfo.Utc, cancellationToken) is not { } filter)
        {
            return SearchPage.Empty;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var found = await FindAsync(db, query, request.Query, filter, SearchRequest.MostPages * request.PageSize, cancellationToken);
            var pages = (found.Ranked.Count + request.PageSize - 1) / request.PageSize;
            var shown = found.Ranked.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToList();
            return new SearchPage(
                await HitsAsync(db, shown, found, cancellationToken),
                found.Ranked.Count,
                found.IsFloor,
                found.Widened,
                request.Page,
                pages,
                await SearchFacets.SectionsAsync(db, await ApartFromAsync(filter with { SectionId = null }), cancellationToken))
            {
                Sources = await SearchFacets.SourcesAsync(db, await ApartFromAsync(filter with { SourceId = null }), cancellationToken),
                Years = SearchFacets.Years(await ApartFromAsync(filter with { FromUtc = null, BeforeUtc = null }), zone ?? TimeZoneInfo.Utc),
                Suggestions = found.Ranked.Count == 0 || found.Widened
                    ? await SearchSuggestions.ForAsync(db, new SearchReader(db, filter, cancellationToken), query, found.Widened, cancellationToken)
                    : [],
            };

            // A filter's own counts show what the other choices would give.
            async Task<IReadOnlyList<SearchCandidate>> ApartFromAsync(SearchFilter other) => other == filter || found.Widened
                ? found.Ranked
                : (await FindAsync(db, query, request.Query, other, SearchRequest.MostPages * request.PageSize, cancellationToken)).Ranked;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The numbers of the best articles for a query, best first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="text">The words as typed.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<long>> RankAsync(
        NewsDbContext db, string text, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var query = SearchQuery.Parse(text);
        if (query.IsEmpty)
        {
            return [];
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var found = await FindAsync(db, query, text, SearchFilter.None, Math.Max(limit, SearchRequest.MostFound), cancellationToken);
            return await VisibleAsync(db, [.. found.Ranked.Take(limit).Select(c => c.ArticleId)], cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // The index holds what is public; whether it does is not what secrets should hang on.
    private static async Task<IReadOnlyList<long>> VisibleAsync(NewsDbContext db, List<long> ranked, CancellationToken cancellationToken)
    {
        const int atOnce = 500;
        var visible = new HashSet<long>(ranked.Count);
        foreach (var some in ranked.Chunk(atOnce))
        {
            visible.UnionWith(await db.Articles.VisibleAmong(some).Select(a => a.Id).ToListAsync(cancellationToken));
        }

        return ranked.FindAll(visible.Contains);
    }

    private static async Task<SearchFound> FindAsync(
        NewsDbContext db, SearchQuery query, string typed, SearchFilter filter, int most, CancellationToken cancellationToken)
    {
        // A limit without bound must not overflow where one more is asked for.
        most = Math.Min(most, int.MaxValue - 1);
        var reader = new SearchReader(db, filter, cancellationToken);
        var found = await LiteralSearch.FindAsync(db, reader, query, most, cancellationToken);
        if (found.Ranked.Count < Few && PinyinQuery.Of(query) is { } pinyin)
        {
            var spelt = await LiteralSearch.FindAsync(db, reader, pinyin.Query, most, cancellationToken);
            var seen = found.Ranked.Select(c => c.Key).ToHashSet();
            found = found with { Ranked = [.. found.Ranked, .. spelt.Ranked.Where(c => !seen.Contains(c.Key)).Take(most - found.Ranked.Count)], Spelt = pinyin };
        }

        if (found.Ranked.Count == 0 && Beginnings(query) is { } beginnings)
        {
            found = await LiteralSearch.FindAsync(db, reader, beginnings, most, cancellationToken);
        }

        return found.Ranked.Count > 0 ? found : await WidenedSearch.FindAsync(db, reader, query, typed, most, cancellationToken);
    }

    // Half an English word finds the whole one; a letter or two would find half the dictionary.
    private static SearchQuery? Beginnings(SearchQuery query)
    {
        var loose = query.Wanted.Select(c => !c.Quoted && c.Typed.Length >= ShortestBeginning && c.Typed.All(char.IsAsciiLetterOrDigit) ? c with { LastIsPrefix = true } : c).ToList();
        return loose.Any(c => c.LastIsPrefix) ? query.With(loose) : null;
    }

    private static async Task<IReadOnlyList<SearchHit>> HitsAsync(
        NewsDbContext db, List<SearchCandidate> shown, SearchFound found, CancellationToken cancellationToken)
    {
        if (shown.Count == 0)
        {
            return [];
        }

        long[] ids = [.. shown.Select(c => c.ArticleId)];

        // A projection, because includes make delegates for every row, and a fifth of a whole search went there.
        var rows = await db.Articles.AsNoTracking().VisibleAmong(ids)
            .Select(a => new { Article = a, a.Section, a.Source, a.LeadPicture }).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            (row.Article.Section, row.Article.Source, row.Article.LeadPicture) = (row.Section, row.Source, row.LeadPicture);
        }

        var articles = rows.ToDictionary(r => r.Article.Id, r => r.Article);
        var texts = await new SearchReader(db, SearchFilter.None, cancellationToken).TextsAsync(ids, LongestMarked);
        var snippets = new Snippets(found.Marked);
        return [.. ids.Where(articles.ContainsKey).Select(id => Hit(articles[id], texts.GetValueOrDefault(id, string.Empty)))];

        SearchHit Hit(Article article, string text)
        {
            var marks = found.Spelt is { } spelt ? new Snippets([.. found.Marked, .. spelt.WordsIn(article.Headline)]) : snippets;
            return new SearchHit(article, marks.Mark(article.Headline), marks.Cut(text, SnippetLength));
        }
    }
}
