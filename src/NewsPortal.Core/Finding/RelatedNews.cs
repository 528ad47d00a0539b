using Microsoft.EntityFrameworkCore;
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

    /// <summary>Computes one public article's list anew and enters it into its neighbours' lists.</summary>
    /// <param name="id">The article, its terms stored.</param>
    /// <param name="enters">Which neighbours' lists take it in: not those that are to be computed as well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task UpdateAsync(long id, Predicate<long> enters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(enters);
        var found = await RelatedCandidates.FindAsync(_db, id, cancellationToken);
        var shared = await RelatedCandidates.SharedAsync(_db, id, found, cancellationToken);
        var candidates = found.Select(other => (Id: other, Score: shared[other].Values.Sum())).Where(c => c.Score >= LeastScore)
            .OrderByDescending(c => c.Score).ThenByDescending(c => c.Id).ToList();
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
        await FoldReprintsAsync(id, cancellationToken);
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
        await ArticleTerms.RemoveAsync(_db, id, cancellationToken);
        var owners = await _db.Related.AsNoTracking().Where(r => r.RelatedId == id).Select(r => r.ArticleId).ToListAsync(cancellationToken);
        await _db.Related.Where(r => r.RelatedId == id || r.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        foreach (var owner in owners)
        {
            await UpdateAsync(owner, _ => false, cancellationToken);
        }

        _changed.UnionWith(owners);
    }

    // Lists that were made before two articles were known to be one report may hold both: these are made again.
    private async Task FoldReprintsAsync(long id, CancellationToken cancellationToken)
    {
        var group = await _db.Articles.Where(a => _db.Articles.Any(x => x.Id == id && x.ReportId == a.ReportId)).Select(a => a.Id).ToListAsync(cancellationToken);
        if (group.Count < 2)
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
        await using (var delete = _db.Command("DELETE FROM \"Related\" WHERE \"ArticleId\" = @id"))
        {
            delete.Add("@id", owner);
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        _changed.Add(owner);
        if (list.Count == 0)
        {
            return;
        }

        await using var insert = _db.Command(
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

    private static string Reasons(Opening own, Opening other, Dictionary<string, double> shared) =>
        string.Join(SharedWords.Separator, RelatedReasons.Of(own.Text, other.Text, shared));

    private Task<Opening> OpeningAsync(long id, CancellationToken cancellationToken) => _openings.GetAsync(_db, id, cancellationToken);
}
