using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Finds articles by words: all words as typed, and where no article has them all, any of their parts.</summary>
/// <remarks>
/// Splitting, weights and the widening were chosen by measurement on real queries: character pairs with a headline
/// weight of 10 to 20 find every article that holds the query (literal recall 1.0) on both databases.
/// </remarks>
public static class ArticleSearch
{
    // Nobody reads a count of a million: counting stops here.
    private const int MostCounted = 10_000;
    private const int SnippetLength = 120;
    private const double HeadlineWeight = 16;

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
        if (query.IsEmpty)
        {
            return new SearchPage([], 0, false, false, 1, 0, []);
        }

        var filter = await FilterAsync(db, request, zone ?? TimeZoneInfo.Utc, cancellationToken);
        if (filter is null)
        {
            return new SearchPage([], 0, false, false, 1, 0, []);
        }

        var widened = false;
        var sections = await CountAsync(db, query, widened, filter, cancellationToken);
        if (sections.Count == 0)
        {
            widened = true;
            sections = await CountAsync(db, query, widened, filter, cancellationToken);
        }

        var total = (filter.SectionId is { } only ? sections.Where(s => s.Id == only) : sections).Sum(s => s.Count);
        var pages = Math.Min(SearchRequest.MostPages, (total + request.PageSize - 1) / request.PageSize);
        var ids = total == 0 || request.Page > pages
            ? []
            : await RankAsync(db, query, widened, filter, request.PageSize, (request.Page - 1) * request.PageSize, cancellationToken);
        var names = await db.Sections.AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        return new SearchPage(
            await HitsAsync(db, ids, query, widened, cancellationToken),
            Math.Min(total, MostCounted),
            total > MostCounted,
            widened,
            request.Page,
            pages,
            [.. sections.OrderByDescending(s => s.Count).ThenBy(s => s.Id).Select(s => new SectionCount(names[s.Id].Name, names[s.Id].Slug, s.Count))]);
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

        var ids = await RankAsync(db, query, widened: false, Filter.None, limit, 0, cancellationToken);
        return ids.Count > 0 ? ids : await RankAsync(db, query, widened: true, Filter.None, limit, 0, cancellationToken);
    }

    private static async Task<Filter?> FilterAsync(NewsDbContext db, SearchRequest request, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        int? section = null;
        int? source = null;
        if (!IsSlug(request.Section) || !IsSlug(request.Source))
        {
            return null;
        }

        if (request.Section is { Length: > 0 } sectionSlug)
        {
            section = await db.Sections.Where(s => s.Slug == sectionSlug).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken);
            if (section is null)
            {
                return null;
            }
        }

        if (request.Source is { Length: > 0 } sourceSlug)
        {
            source = await db.Sources.Where(s => s.Slug == sourceSlug).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken);
            if (source is null)
            {
                return null;
            }
        }

        return new Filter(
            section,
            source,
            request.From is { } from ? zone.StartOf(from) : null,
            request.To is { } to && to < DateOnly.MaxValue ? zone.StartOf(to.AddDays(1)) : null);
    }

    // Anything else names nothing, and need not reach a database that may refuse its characters.
    private static bool IsSlug(string? text) => text is null || (text.Length <= 60 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));

    private static async Task<List<(int Id, int Count)>> CountAsync(
        NewsDbContext db, SearchQuery query, bool widened, Filter filter, CancellationToken cancellationToken)
    {
        var counts = new List<(int, int)>();
        var (from, bind) = Matching(db, query, widened);
        await ReadAsync(
            db,
            $"SELECT f.\"SectionId\", COUNT(*) FROM (SELECT a.\"SectionId\" {from} {filter.Sql(withSection: false)} LIMIT {MostCounted + 1}) f GROUP BY f.\"SectionId\"",
            command =>
            {
                bind(command);
                filter.Bind(command, withSection: false);
            },
            reader => counts.Add((reader.GetInt32(0), reader.GetInt32(1))),
            cancellationToken);
        return counts;
    }

    private static async Task<List<long>> RankAsync(
        NewsDbContext db, SearchQuery query, bool widened, Filter filter, int limit, int offset, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        var (from, bind) = Matching(db, query, widened);
        var score = db.Database.IsNpgsql()
            ? "(SELECT MAX(ts_rank(ARRAY[0.0, 0.0, 0.1, 1.0]::real[], r.\"Vector\", CAST(@rank AS tsquery), 1)) FROM \"ArticleSearch\" r WHERE r.\"ArticleId\" = a.\"Id\") DESC"
            : $"bm25(\"ArticleSearch\", {HeadlineWeight:0.0}, 1.0)";
        await ReadAsync(
            db,
            $"SELECT a.\"Id\" {from} {filter.Sql(withSection: true)} ORDER BY {score}, a.\"PublishedUtc\" DESC, a.\"Id\" DESC LIMIT @limit OFFSET @offset",
            command =>
            {
                bind(command);
                filter.Bind(command, withSection: true);
                command.Add("@limit", limit);
                command.Add("@offset", offset);
                if (db.Database.IsNpgsql())
                {
                    command.Add("@rank", query.AnyForPostgres(widened));
                }
            },
            reader => ids.Add(reader.GetInt64(0)),
            cancellationToken);
        return ids;
    }

    private static (string From, Action<DbCommand> Bind) Matching(NewsDbContext db, SearchQuery query, bool widened)
    {
        if (!db.Database.IsNpgsql())
        {
            return (
                $"FROM \"ArticleSearch\" s JOIN \"Articles\" a ON a.\"Id\" = s.rowid WHERE {Visibility.Sql} AND \"ArticleSearch\" MATCH @match",
                command => command.Add("@match", query.ForSqlite(widened)));
        }

        string[] phrases = widened ? [query.AnyForPostgres(widened: true)] : [.. query.ForPostgres()];
        var conditions = string.Concat(phrases.Select((_, i) =>
            $" AND a.\"Id\" IN (SELECT s.\"ArticleId\" FROM \"ArticleSearch\" s WHERE s.\"Vector\" @@ CAST(@match{i} AS tsquery))"));
        return ($"FROM \"Articles\" a WHERE {Visibility.Sql}{conditions}", BindPhrases);

        void BindPhrases(DbCommand command)
        {
            for (var i = 0; i < phrases.Length; i++)
            {
                command.Add($"@match{i}", phrases[i]);
            }
        }
    }

    private static async Task<IReadOnlyList<SearchHit>> HitsAsync(
        NewsDbContext db, List<long> ids, SearchQuery query, bool widened, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var articles = await db.Articles.AsNoTracking().Visible().Where(a => ids.Contains(a.Id))
            .Include(a => a.Section).Include(a => a.Source).Include(a => a.LeadPicture)
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        var texts = await db.Bodies.AsNoTracking().Where(b => ids.Contains(b.ArticleId))
            .ToDictionaryAsync(b => b.ArticleId, b => b.Text, cancellationToken);
        var terms = widened ? [.. query.Terms.SelectMany(TextSplitter.Pairs).Distinct()] : query.Terms;
        return [.. ids.Where(articles.ContainsKey).Select(Hit)];

        SearchHit Hit(long id) => new(
            articles[id],
            Snippets.Mark(articles[id].Headline, terms),
            Snippets.Cut(texts.GetValueOrDefault(id, string.Empty), terms, SnippetLength));
    }

    private static async Task ReadAsync(
        NewsDbContext db, string sql, Action<DbCommand> bind, Action<DbDataReader> take, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            bind(command);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                take(reader);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private sealed record Filter(int? SectionId, int? SourceId, DateTime? FromUtc, DateTime? BeforeUtc)
    {
        public static Filter None { get; } = new(null, null, null, null);

        public string Sql(bool withSection) =>
            (withSection && SectionId is not null ? " AND a.\"SectionId\" = @section" : string.Empty)
            + (SourceId is not null ? " AND a.\"SourceId\" = @source" : string.Empty)
            + (FromUtc is not null ? " AND a.\"PublishedUtc\" >= @from" : string.Empty)
            + (BeforeUtc is not null ? " AND a.\"PublishedUtc\" < @before" : string.Empty);

        public void Bind(DbCommand command, bool withSection)
        {
            if (withSection && SectionId is { } section)
            {
                command.Add("@section", section);
            }

            if (SourceId is { } source)
            {
                command.Add("@source", source);
            }

            if (FromUtc is { } from)
            {
                command.Add("@from", from);
            }

            if (BeforeUtc is { } before)
            {
                command.Add("@before", before);
            }
        }
    }
}
