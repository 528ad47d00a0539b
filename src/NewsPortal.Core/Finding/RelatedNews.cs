using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Keeps every article's related list: computed from content, never the latest list cut short.</summary>
/// <remarks>
/// An article's strongest terms are stored, and once more widened by those of its nearest neighbours; relatedness is the
/// cosine of the widened terms, less for articles far apart in time. A publish computes its own list and enters those of its
/// neighbours; how much it reads and writes does not depend on the size of the archive.
/// </remarks>
public sealed class RelatedNews
{
    /// <summary>How many articles a list holds at most.</summary>
    public const int ListLength = 15;

    // Below this two articles share what all articles of the site share: a shorter list is better than a filler.
    private const double LeastScore = 0.02;

    private readonly NewsDbContext _db;
    private readonly OpeningCache _openings;
    private readonly ArticleVectors _vectors;
    private readonly Neighbourhood _neighbourhood;
    private readonly RelatedLists _lists;

    /// <summary>Works in a context's open transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="openings">Openings read before, where many articles are worked on one after another.</param>
    public RelatedNews(NewsDbContext db, OpeningCache? openings = null)
    {
        _db = db;
        _openings = openings ?? new OpeningCache();
        _vectors = new ArticleVectors(db);
        _neighbourhood = new Neighbourhood(db, _vectors);
        _lists = new RelatedLists(db);
    }

    /// <summary>Articles whose list this work changed.</summary>
    public IReadOnlyCollection<long> Changed => _lists.Changed;

    /// <summary>Stores what some public articles are compared by; comes before everything else, for all of a bulk.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articles">Their numbers and terms.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task StoreTermsAsync(NewsDbContext db, IReadOnlyDictionary<long, TermFrequencies> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(articles);
        return ArticleVectors.StoreAsync(db, articles, cancellationToken);
    }

    /// <summary>Finds a public article's neighbours and makes it one of theirs.</summary>
    /// <param name="id">The article, its terms stored.</param>
    /// <param name="enters">Which neighbours take it in: not those that are to be placed as well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task PlaceAsync(long id, Predicate<long> enters, CancellationToken cancellationToken = default)
    {
        if (await _vectors.GetAsync(id, cancellationToken) is { } article)
        {
            await _neighbourhood.PlaceAsync(article, await _neighbourhood.NearAsync(article, cancellationToken), enters, cancellationToken);
        }
    }

    /// <summary>Places one public article, computes its list anew and enters it into its neighbours' lists.</summary>
    /// <param name="id">The article, its terms stored.</param>
    /// <param name="enters">Which neighbours' lists take it in: not those that are to be computed as well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task UpdateAsync(long id, Predicate<long> enters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(enters);
        if (await _vectors.GetAsync(id, cancellationToken) is { } article)
        {
            var near = await _neighbourhood.NearAsync(article, cancellationToken);
            await _neighbourhood.PlaceAsync(article, near, enters, cancellationToken);
            await ListAsync(article, near, enters, cancellationToken);
        }
    }

    /// <summary>Computes one placed article's list anew and enters it into its neighbours' lists.</summary>
    /// <param name="id">The article, placed.</param>
    /// <param name="enters">Which neighbours' lists take it in: not those that are to be computed as well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ListAsync(long id, Predicate<long> enters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(enters);
        if (await _vectors.GetAsync(id, cancellationToken) is { } article)
        {
            await ListAsync(article, await _neighbourhood.NearAsync(article, cancellationToken), enters, cancellationToken);
        }
    }

    /// <summary>Takes an article out of everything: its terms, its list, and the lists it stands in, which are filled up again.</summary>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RemoveAsync(long id, CancellationToken cancellationToken = default)
    {
        await ArticleVectors.RemoveAsync(_db, id, cancellationToken);
        _vectors.Forget(id);
        var owners = await _db.Related.AsNoTracking().Where(r => r.RelatedId == id).Select(r => r.ArticleId).ToListAsync(cancellationToken);
        await _db.Related.Where(r => r.RelatedId == id || r.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
        foreach (var owner in owners)
        {
            await UpdateAsync(owner, _ => false, cancellationToken);
        }

        _lists.Changed.UnionWith(owners);
    }

    private async Task ListAsync(ArticleVector article, List<Near> near, Predicate<long> enters, CancellationToken cancellationToken)
    {
        var candidates = await CandidatesAsync(article, near, cancellationToken);
        await ListAsync(article, candidates, cancellationToken);
        await FoldReprintsAsync(article.Id, cancellationToken);
        await EnterAsync(article, [.. candidates.Where(c => enters(c.Other.Id))], cancellationToken);
    }

    // The nearest, and the neighbours of the nearest: these need share no term by which articles are found.
    private async Task<List<Candidate>> CandidatesAsync(ArticleVector article, List<Near> near, CancellationToken cancellationToken)
    {
        var ids = near.Select(n => n.Id).ToHashSet();
        foreach (var neighbour in await _vectors.GetAsync(article.Neighbours.ConvertAll(n => n.Id), cancellationToken))
        {
            ids.UnionWith(neighbour.Neighbours.Select(n => n.Id));
        }

        ids.Remove(article.Id);
        ids.ExceptWith(await RelatedChoice.ExcludedAsync(_db, article.Id, cancellationToken));
        return [.. (await _vectors.GetAsync(ids, cancellationToken)).Select(o => new Candidate(o, article.RelatednessTo(o)))
            .Where(c => c.Score >= LeastScore).OrderByDescending(c => c.Score).ThenByDescending(c => c.Other.Id)];
    }

    private async Task ListAsync(ArticleVector article, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        var own = await OpeningAsync(article.Id, cancellationToken);
        var list = new List<RelatedArticle>(ListLength);
        var seen = new List<Opening> { own };
        foreach (var (other, score) in candidates)
        {
            if (list.Count == ListLength)
            {
                break;
            }

            // A reprint, or the same headline again: a reader has that article already.
            var opening = await OpeningAsync(other.Id, cancellationToken);
            if (seen.Exists(opening.Repeats))
            {
                continue;
            }

            // What cannot be explained to a reader is chance, not relatedness.
            var reasons = Reasons(article, own, other, opening);
            if (reasons.Length > 0)
            {
                seen.Add(opening);
                list.Add(new RelatedArticle { ArticleId = article.Id, RelatedId = other.Id, Score = score, Reasons = reasons });
            }
        }

        await _lists.ReplaceAsync(article.Id, list, cancellationToken);
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

    // Relatedness is the same from both sides, so a newcomer enters where it beats the last one. Where the newcomer became a
    // neighbour and so widened an owner's terms, the rest of that list is weighed again.
    private async Task EnterAsync(ArticleVector newcomer, List<Candidate> owners, CancellationToken cancellationToken)
    {
        var lists = await _lists.ReadAsync(owners.ConvertAll(o => o.Other.Id), cancellationToken);
        foreach (var (owner, score) in owners)
        {
            var list = lists[owner.Id];
            var before = list.ConvertAll(r => (r.RelatedId, r.Score));
            list.RemoveAll(r => r.RelatedId == newcomer.Id);
            if (owner.Neighbours.Exists(n => n.Id == newcomer.Id))
            {
                await WeighAgainAsync(owner, list, cancellationToken);
            }

            if (list.Count < ListLength || Comes(score, newcomer.Id, list[^1]))
            {
                await InsertAsync(owner, newcomer, score, list, cancellationToken);
            }

            if (!before.SequenceEqual(list.Select(r => (r.RelatedId, r.Score))))
            {
                await _lists.ReplaceAsync(owner.Id, list, cancellationToken);
            }
        }
    }

    private async Task WeighAgainAsync(ArticleVector owner, List<RelatedArticle> list, CancellationToken cancellationToken)
    {
        var scores = (await _vectors.GetAsync(list.ConvertAll(r => r.RelatedId), cancellationToken)).ToDictionary(v => v.Id, owner.RelatednessTo);
        list.ForEach(r => r.Score = scores.GetValueOrDefault(r.RelatedId, r.Score));
        list.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : y.RelatedId.CompareTo(x.RelatedId));
    }

    private async Task InsertAsync(ArticleVector owner, ArticleVector newcomer, double score, List<RelatedArticle> list, CancellationToken cancellationToken)
    {
        var (own, opening) = (await OpeningAsync(owner.Id, cancellationToken), await OpeningAsync(newcomer.Id, cancellationToken));
        if (own.Repeats(opening))
        {
            return;
        }

        foreach (var entry in list)
        {
            if ((await OpeningAsync(entry.RelatedId, cancellationToken)).Repeats(opening))
            {
                return;
            }
        }

        var reasons = Reasons(owner, own, newcomer, opening);
        if (reasons.Length > 0 && !(await RelatedChoice.ExcludedAsync(_db, owner.Id, cancellationToken)).Contains(newcomer.Id))
        {
            var place = list.FindIndex(r => Comes(score, newcomer.Id, r));
            list.Insert(place < 0 ? list.Count : place, new RelatedArticle { ArticleId = owner.Id, RelatedId = newcomer.Id, Score = score, Reasons = reasons });
            list.RemoveRange(Math.Min(ListLength, list.Count), Math.Max(0, list.Count - ListLength));
        }
    }

    private static bool Comes(double score, long id, RelatedArticle before) => score > before.Score || (score == before.Score && id > before.RelatedId);

    private static string Reasons(ArticleVector article, Opening own, ArticleVector other, Opening opening)
    {
        var shared = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (term, number) in own.Terms)
        {
            if (opening.Terms.ContainsKey(term) && article.Vector.Terms.WeightOf(number) * other.Vector.Terms.WeightOf(number) is > 0 and var weight)
            {
                shared[term] = weight;
            }
        }

        return string.Join(SharedWords.Separator, RelatedReasons.Of(own.Text, opening.Text, shared));
    }

    private Task<Opening> OpeningAsync(long id, CancellationToken cancellationToken) => _openings.GetAsync(_db, id, cancellationToken);

    private readonly record struct Candidate(ArticleVector Other, double Score);
}
