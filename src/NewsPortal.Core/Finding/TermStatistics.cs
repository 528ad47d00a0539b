using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>In how many public articles each term stands: what makes a term rare, kept exact at every publish.</summary>
public static class TermStatistics
{
    // Rows of their own: the articles themselves, so that both numbers are read and written together; and a mark that the
    // counts are those of an older program, whose terms were others.
    private const int AllArticles = 0;
    private const int ToBeRecounted = -1;

    private const int RecountedAtOnce = 500;

    /// <summary>Counts articles in, or out where <paramref name="sign"/> is −1.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articles">The terms of each article.</param>
    /// <param name="sign">1 or −1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task AddAsync(
        NewsDbContext db, IReadOnlyCollection<TermFrequencies> articles, int sign, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(articles);
        if (articles.Count == 0)
        {
            return;
        }

        var sums = new Dictionary<int, int> { [AllArticles] = sign * articles.Count };
        foreach (var article in articles)
        {
            foreach (var term in article.Terms.Keys)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sums, term, out _) += sign;
            }
        }

        // Sorted, so that the table is written in its own order, and so that two nodes lock rows in the same order.
        var terms = sums.Keys.ToArray();
        Array.Sort(terms);
        if (db.Database.IsSqlite())
        {
            var add = db.Statements.Sqlite(
                "INSERT INTO \"TermCounts\" (\"TermId\", \"Articles\") VALUES (?1, ?2) ON CONFLICT (\"TermId\") DO UPDATE SET \"Articles\" = \"Articles\" + excluded.\"Articles\"");
            foreach (var term in terms)
            {
                add.Bind(1, term).Bind(2, sums[term]).Run();
            }

            return;
        }

        await using var command = db.Command(
            """
            INSERT INTO "TermCounts" ("TermId", "Articles") SELECT * FROM unnest(@terms, @sums)
            ON CONFLICT ("TermId") DO UPDATE SET "Articles" = "TermCounts"."Articles" + excluded."Articles"
            """);
        command.Add("@terms", terms);
        command.Add("@sums", Array.ConvertAll(terms, t => sums[t]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads the counts of some terms by their letters.</summary>
    /// <param name="db">The store.</param>
    /// <param name="terms">The terms, folded for search.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Number of articles in all, and of each term's; a term that stands nowhere is absent, but for one in a hundred or so whose number another has.</returns>
    public static async Task<(int Articles, Dictionary<string, int> Counts)> ReadAsync(
        NewsDbContext db, IEnumerable<string> terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(db);
        var numbers = terms.Distinct(StringComparer.Ordinal).ToDictionary(t => t, t => TermId.Of(t), StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var (articles, counts) = await ReadAsync(db, numbers.Values, known: null, cancellationToken);
            return (articles, numbers.Where(n => counts.GetValueOrDefault(n.Value) != 0).ToDictionary(n => n.Key, n => counts[n.Value], StringComparer.Ordinal));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Reads the number of articles in all.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<int> ArticlesAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.TermCounts.Where(c => c.TermId == AllArticles).Select(c => c.Articles).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Reads the counts of some terms.</summary>
    /// <param name="db">The store, its connection open.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="known">Counts that were read before, and more of them afterwards; null where none are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Number of articles in all, and of each term's; a term that stands nowhere is absent, or 0.</returns>
    internal static async Task<(int Articles, Dictionary<int, int> Counts)> ReadAsync(
        NewsDbContext db, IEnumerable<int> terms, Dictionary<int, int>? known, CancellationToken cancellationToken)
    {
        var counts = known ?? [];
        var wanted = terms.Append(AllArticles).Where(t => !counts.ContainsKey(t)).ToHashSet();
        if (db.Database.IsSqlite())
        {
            var read = db.Statements.Sqlite("SELECT \"Articles\" FROM \"TermCounts\" WHERE \"TermId\" = ?1");
            foreach (var term in wanted)
            {
                counts[term] = 0;
                for (read.Bind(1, term); read.Next();)
                {
                    counts[term] = (int)read.Number(0);
                }
            }
        }
        else
        {
            await using var command = db.Query("SELECT \"TermId\", \"Articles\" FROM \"TermCounts\" WHERE \"TermId\" = ANY(@terms)");
            command.Add("@terms", wanted.ToArray());
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                counts[reader.GetInt32(0)] = reader.GetInt32(1);
            }
        }

        return (counts.GetValueOrDefault(AllArticles), counts);
    }

    /// <summary>Counts all public articles anew where an older program's counts were taken away.</summary>
    /// <remarks>In one transaction: an article that changed in between would be counted twice or not at all.</remarks>
    /// <param name="db">A context with an open transaction that holds the writer's lock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task RecountAsync(NewsDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.TermCounts.AnyAsync(c => c.TermId == ToBeRecounted, cancellationToken))
        {
            return;
        }

        await db.TermCounts.ExecuteDeleteAsync(cancellationToken);
        for (var last = 0L; ;)
        {
            var some = await db.Articles.AsNoTracking().Visible().Where(a => a.Id > last).OrderBy(a => a.Id).Take(RecountedAtOnce)
                .Select(a => new { a.Id, a.Headline, a.Body!.Text }).ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                return;
            }

            await AddAsync(db, some.ConvertAll(a => TermFrequencies.Of(a.Headline, a.Text)), 1, cancellationToken);
            last = some[^1].Id;
        }
    }
}
