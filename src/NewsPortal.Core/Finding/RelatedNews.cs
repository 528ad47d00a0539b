using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Keeps every article's related list: computed from content, never the latest list cut short.</summary>
/// <remarks>
/// An article's strongest terms are stored with weights of unit length; relatedness is the cosine of two articles' terms,
/// one join and one sum. A publish computes its own list and enters the lists of its neighbours; nothing else is touched.
/// </remarks>
public sealed class RelatedNews
{
    /// <summary>How many articles a list holds at most.</summary>
    public const int ListLength = 15;

    // Below this two articles share one rare word by chance: a shorter list is better than a filler.
    private const double LeastScore = 0.02;
    private const int Candidates = 60;

    // Candidates are found by the article's rarest terms, as many as lead to so many places; common ones lead to a share of
    // the whole archive and would make every publish dearer than the last. Scores are then counted over all terms.
    private const int MostWalked = 20_000;

    private readonly NewsDbContext _db;
    private readonly OpeningCache _openings;
    private readonly HashSet<long> _changed = [];

    /// <summary>Works in a context's open transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="openings">Openings read before, where many articles are worked on one after another.</param>
    public RelatedNews(NewsDbContext db, OpeningCache? openings = null)
    {
        _db = db;
        _openings = openings ?? new OpeningCache();
    }

    /// <summary>Articles whose list this work changed.</summary>
    public IReadOnlyCollection<long> Changed => _changed;

    /// <summary>Stores the terms of some public articles anew.</summary>
    /// <param name="articles">Their numbers and terms.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StoreTermsAsync(IReadOnlyDictionary<long, TermFrequencies> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var (total, counts) = await TermStatistics.ReadAsync(_db, articles.Values.SelectMany(f => f.Counts.Keys), cancellationToken);
        foreach (var (id, frequencies) in articles)
        {
            await RemoveTermsAsync(id, cancellationToken);
            await InsertTermsAsync(id, TermVector.Of(frequencies, total, counts), cancellationToken);
        }
    }

    /// <summary>Computes one public article's list anew and enters it into its neighbours' lists.</summary>
    /// <param name="id">The article, its terms stored.</param>
    /// <param name="enters">Which neighbours' lists take it in: not those that are to be computed as well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task UpdateAsync(long id, Predicate<long> enters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(enters);
        var found = await CandidatesAsync(id, cancellationToken);
        var shared = await SharedAsync(id, found, cancellationToken);
        var candidates = found.Select(other => (Id: other, Score: shared[other].Values.Sum())).Where(c => c.Score >= LeastScore)
            .OrderByDescending(c => c.Score).ThenByDescending(c => c.Id).ToList();
        var regrouped = await SameReport.GroupAsync(
            _db, id, [.. candidates.Where(c => c.Score >= SameReport.LeastScore).Select(c => c.Id)], cancellationToken);
        _changed.UnionWith(regrouped);
        foreach (var member in regrouped)
        {
            _openings.Remove(member);
        }

        var own = await OpeningAsync(id, cancellationToken);
        var list = new List<RelatedArticle>(ListLength);
        var seen = new HashSet<string>(StringComparer.Ordinal) { own.HeadlineKey, own.ReportKey };
        foreach (var (other, score) in candidates)
        {
            if (list.Count == ListLength)
            {
                break;
            }

            // A reprint, or the same headline again: a reader has that article already.
            var opening = await OpeningAsync(other, cancellationToken);
            if (seen.Contains(opening.HeadlineKey) || seen.Contains(opening.ReportKey))
            {
                continue;
            }

            // What cannot be explained to a reader is chance, not relatedness.
            var reasons = Reasons(own, opening, shared[other]);
            if (reasons.Length > 0)
            {
                seen.Add(opening.HeadlineKey);
                seen.Add(opening.ReportKey);
                list.Add(new RelatedArticle { ArticleId = id, RelatedId = other, Score = score, Reasons = reasons });
            }
        }

        await ReplaceAsync(id, list, cancellationToken);
        await FoldReprintsAsync(id, regrouped, cancellationToken);
        foreach (var (other, score) in candidates.Where(c => enters(c.Id)))
        {
            await EnterAsync(other, id, own, score, shared[other], cancellationToken);
        }
    }

    /// <summary>Takes an article out of everything: its terms, its list, and the lists it stands in, which are filled up again.</summary>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RemoveAsync(long id, CancellationToken cancellationToken = default)
    {
        await RemoveTermsAsync(id, cancellationToken);
        var owners = await _db.Related.AsNoTracking().Where(r => r.RelatedId == id).Select(r => r.ArticleId).ToListAsync(cancellationToken);
        await _db.Related.Where(r => r.RelatedId == id || r.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        foreach (var owner in owners)
        {
            await UpdateAsync(owner, _ => false, cancellationToken);
        }

        _changed.UnionWith(owners);
    }

    // Lists that were made before two articles were known to be one report may hold both: these are made again.
    private async Task FoldReprintsAsync(long id, IReadOnlyCollection<long> group, CancellationToken cancellationToken)
    {
        if (group.Count == 0)
        {
            return;
        }

        var owners = await _db.Related.Where(r => group.Contains(r.RelatedId)).GroupBy(r => r.ArticleId)
            .Where(g => g.Count() > 1 || group.Contains(g.Key)).Select(g => g.Key).ToListAsync(cancellationToken);
        foreach (var owner in owners.Where(o => o != id))
        {
            await UpdateAsync(owner, _ => false, cancellationToken);
        }
    }

    private async Task<List<long>> CandidatesAsync(long id, CancellationToken cancellationToken)
    {
        var candidates = new List<long>(Candidates);
        await using var command = Command(
            $"""
            SELECT n."ArticleId" FROM
                (SELECT t."ArticleId", SUM(t."Weight" * q."Weight") AS "Score"
                 FROM (SELECT x."Term", x."Weight", SUM(c."Articles") OVER (ORDER BY c."Articles", x."Term") AS "Walked"
                       FROM "Terms" x JOIN "TermCounts" c ON c."Term" = x."Term" WHERE x."ArticleId" = @id) q
                 JOIN "Terms" t ON t."Term" = q."Term"
                 WHERE q."Walked" <= {MostWalked} AND t."ArticleId" <> @id
                 GROUP BY t."ArticleId" ORDER BY 2 DESC, 1 DESC LIMIT {Candidates}) n
            JOIN "Articles" a ON a."Id" = n."ArticleId"
            WHERE {Visibility.Sql}
            ORDER BY n."Score" DESC, n."ArticleId" DESC
            """);
        command.Add("@id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            candidates.Add(reader.GetInt64(0));
        }

        return candidates;
    }

    private async Task<Dictionary<long, Dictionary<string, double>>> SharedAsync(long id, List<long> others, CancellationToken cancellationToken)
    {
        var shared = others.ToDictionary(o => o, _ => new Dictionary<string, double>(StringComparer.Ordinal));
        if (others.Count == 0)
        {
            return shared;
        }

        await using var command = Command(
            $"""
            SELECT t."ArticleId", t."Term", t."Weight" * q."Weight" FROM "Terms" q JOIN "Terms" t ON t."Term" = q."Term"
            WHERE q."ArticleId" = @id AND t."ArticleId" IN ({string.Join(',', others)})
            """);
        command.Add("@id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            shared[reader.GetInt64(0)][reader.GetString(1)] = Convert.ToDouble(reader.GetValue(2));
        }

        return shared;
    }

    // The cosine of two articles is the same from both sides, so a newcomer enters where it beats the last one.
    private async Task EnterAsync(
        long owner, long newcomer, Opening newcomerOpening, double score, Dictionary<string, double> shared, CancellationToken cancellationToken)
    {
        var list = await _db.Related.AsNoTracking().Where(r => r.ArticleId == owner).OrderBy(r => r.Rank).ToListAsync(cancellationToken);
        var before = list.Select(r => (r.RelatedId, r.Score)).ToList();
        list.RemoveAll(r => r.RelatedId == newcomer);
        var ownerOpening = await OpeningAsync(owner, cancellationToken);
        var reasons = Reasons(ownerOpening, newcomerOpening, shared);
        if (reasons.Length == 0 || newcomerOpening.HeadlineKey == ownerOpening.HeadlineKey || await HoldsReprintAsync(list, ownerOpening, newcomerOpening, cancellationToken))
        {
            return;
        }

        var place = list.FindIndex(r => r.Score < score || (r.Score == score && r.RelatedId < newcomer));
        place = place < 0 ? list.Count : place;
        if (place < ListLength)
        {
            list.Insert(place, new RelatedArticle { ArticleId = owner, RelatedId = newcomer, Score = score, Reasons = reasons });
        }

        list = list.Take(ListLength).ToList();
        if (!before.SequenceEqual(list.Select(r => (r.RelatedId, r.Score))))
        {
            await ReplaceAsync(owner, list, cancellationToken);
        }
    }

    private async Task<bool> HoldsReprintAsync(List<RelatedArticle> list, Opening owner, Opening newcomer, CancellationToken cancellationToken)
    {
        if (owner.ReportKey == newcomer.ReportKey)
        {
            return true;
        }

        foreach (var entry in list)
        {
            if ((await OpeningAsync(entry.RelatedId, cancellationToken)).ReportKey == newcomer.ReportKey)
            {
                return true;
            }
        }

        return false;
    }

    private async Task ReplaceAsync(long owner, List<RelatedArticle> list, CancellationToken cancellationToken)
    {
        await using (var delete = Command("DELETE FROM \"Related\" WHERE \"ArticleId\" = @id"))
        {
            delete.Add("@id", owner);
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        _changed.Add(owner);
        if (list.Count == 0)
        {
            return;
        }

        await using var insert = Command(
            "INSERT INTO \"Related\" (\"ArticleId\", \"Rank\", \"RelatedId\", \"Score\", \"Reasons\") VALUES "
            + string.Join(", ", list.Select((_, i) => $"(@owner, {i + 1}, @id{i}, @score{i}, @reasons{i})")));
        insert.Add("@owner", owner);
        for (var i = 0; i < list.Count; i++)
        {
            insert.Add($"@id{i}", list[i].RelatedId);
            insert.Add($"@score{i}", list[i].Score);
            insert.Add($"@reasons{i}", list[i].Reasons);
        }

        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task RemoveTermsAsync(long id, CancellationToken cancellationToken)
    {
        await using var delete = Command("DELETE FROM \"Terms\" WHERE \"ArticleId\" = @id");
        delete.Add("@id", id);
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task InsertTermsAsync(long id, IReadOnlyList<(string Term, float Weight)> terms, CancellationToken cancellationToken)
    {
        if (terms.Count == 0)
        {
            return;
        }

        await using var insert = Command(
            "INSERT INTO \"Terms\" (\"Term\", \"ArticleId\", \"Weight\") VALUES "
            + string.Join(", ", terms.Select((_, i) => $"(@t{i}, @id, @w{i})")));
        insert.Add("@id", id);
        for (var i = 0; i < terms.Count; i++)
        {
            insert.Add($"@t{i}", terms[i].Term);
            insert.Add($"@w{i}", terms[i].Weight);
        }

        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Reasons(Opening own, Opening other, Dictionary<string, double> shared) =>
        string.Join(" · ", RelatedReasons.Of(own.Text, other.Text, shared));

    private Task<Opening> OpeningAsync(long id, CancellationToken cancellationToken) => _openings.GetAsync(_db, id, cancellationToken);

    private DbCommand Command(string sql)
    {
        var command = _db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Related lists are written in the transaction of the change itself.");
        return command;
    }
}
