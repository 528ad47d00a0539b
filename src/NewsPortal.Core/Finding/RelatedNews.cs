using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Keeps every article's related list: computed from content, never the latest list cut short.</summary>
/// <remarks>
/// An article's strongest terms are stored, and once more widened by those of its nearest neighbours; relatedness is the
/// cosine of the widened terms and that of headline and body, less for articles far apart in time. A publish computes its
/// own list and enters those of its neighbours; how much it reads and writes does not depend on the size of the archive.
/// </remarks>
public sealed class RelatedNews
{
    /// <summary>How many articles a list holds at most.</summary>
    public const int ListLength = 15;

    // Below this two articles share what all articles of the site share: a shorter list is better than a filler.
    private const double LeastScore = 0.002;

    // More than a list, because some repeat one another.
    private const int ReadAtOnce = 18;

    private readonly NewsDbContext _db;
    private readonly RelatedMemory _memory;
    private readonly OpeningCache _openings;
    private readonly ArticleVectors _vectors;
    private readonly Neighbourhood _neighbourhood;
    private readonly RelatedLists _lists;
    private readonly ListedTitles _listed;

    /// <summary>Works in a context's open transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="memory">What was read before, where many articles are worked on one after another.</param>
    public RelatedNews(NewsDbContext db, RelatedMemory? memory = null)
    {
        memory ??= new RelatedMemory();
        (_db, _memory) = (db, memory);
        _openings = memory.Openings;
        _vectors = new ArticleVectors(db, memory);
        _neighbourhood = new Neighbourhood(db, _vectors, memory.Heads);
        _lists = new RelatedLists(db);
        _listed = new ListedTitles(db);
    }

    /// <summary>Articles whose list this work changed.</summary>
    public IReadOnlyCollection<long> Changed => _lists.Changed;

    /// <summary>Stores what some public articles are compared by; comes before everything else, for all of a bulk.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="articles">Their numbers and terms.</param>
    /// <param name="memory">What was read before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task StoreTermsAsync(
        NewsDbContext db, IReadOnlyDictionary<long, TermFrequencies> articles, RelatedMemory? memory = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(articles);
        return ArticleVectors.StoreAsync(db, articles, memory?.Counts, cancellationToken);
    }

    /// <summary>Finds a public article's neighbours and makes it one of theirs.</summary>
    /// <param name="id">The article, its terms stored.</param>
    /// <param name="enters">Which neighbours take it in: not those that are to be placed as well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task PlaceAsync(long id, Predicate<long> enters, CancellationToken cancellationToken = default)
    {
        if (await _vectors.GetAsync(id, cancellationToken) is { } article)
        {
            var near = await _neighbourhood.NearAsync(article, new ArticleComparison(article), cancellationToken);
            await _neighbourhood.PlaceAsync(article, near, enters, cancellationToken);
            _memory.Keep(id, near);
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
            var near = await _neighbourhood.NearAsync(article, new ArticleComparison(article), cancellationToken);
            await _neighbourhood.PlaceAsync(article, near, enters, cancellationToken);
            await ListAsync(article, new ArticleComparison(article), near, enters, cancellationToken);
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
            var comparison = new ArticleComparison(article);
            await ListAsync(article, comparison, _memory.Take(id) ?? await _neighbourhood.NearAsync(article, comparison, cancellationToken), enters, cancellationToken);
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

    private async Task ListAsync(ArticleVector article, ArticleComparison comparison, List<Near> near, Predicate<long> enters, CancellationToken cancellationToken)
    {
        var candidates = await CandidatesAsync(article, comparison, near, cancellationToken);
        await ListAsync(article, candidates, cancellationToken);
        await FoldReprintsAsync(article.Id, cancellationToken);
        await EnterAsync(article, [.. candidates.Where(c => enters(c.Other.Id))], cancellationToken);
    }

    // The nearest, and the neighbours of the nearest: these need share no term by which articles are found.
    private async Task<List<Candidate>> CandidatesAsync(
        ArticleVector article, ArticleComparison comparison, List<Near> near, CancellationToken cancellationToken)
    {
        var ids = near.ConvertAll(n => n.Id);
        ids.AddRange(await _neighbourhood.BehindAsync(article, ids, cancellationToken));
        return [.. (await _vectors.GetAsync(ids, cancellationToken)).Select(o => new Candidate(o, comparison.RelatednessTo(o)))
            .Where(c => c.Score >= LeastScore).OrderByDescending(c => c.Score).ThenByDescending(c => c.Other.Id)];
    }

    private async Task ListAsync(ArticleVector article, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        await _openings.ReadAsync(_db, [article.Id], cancellationToken);
        var own = _openings[article.Id];
        var terms = new SharedTerms(article, own);
        var list = new List<RelatedArticle>(ListLength);
        var seen = new List<OpeningKey> { own.Key };
        foreach (var some in (await ChosenAsync(article.Id, candidates, cancellationToken)).Chunk(ReadAtOnce).TakeWhile(_ => list.Count < ListLength))
        {
            await _openings.ReadAsync(_db, Array.ConvertAll(some, c => c.Other.Id), cancellationToken);
            foreach (var (other, score) in some.TakeWhile(_ => list.Count < ListLength))
            {
                // A reprint, or the same headline again: a reader has that article already.
                var opening = _openings[other.Id];
                if (seen.Exists(opening.Key.Repeats))
                {
                    continue;
                }

                // What cannot be explained to a reader is chance, not relatedness.
                var reasons = string.Join(SharedWords.Separator, RelatedReasons.Of(own.Text, opening.Text, Shared(terms, other, opening)));
                if (reasons.Length > 0)
                {
                    seen.Add(opening.Key);
                    list.Add(new RelatedArticle { ArticleId = article.Id, RelatedId = other.Id, Score = score, Reasons = reasons });
                }
            }
        }

        await _lists.ReplaceAsync(article.Id, list, cancellationToken);
    }

    // What an editor excluded is out; what the article's capture listed is raised.
    private async Task<List<Candidate>> ChosenAsync(long article, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        var excluded = await RelatedChoice.ExcludedAsync(_db, article, cancellationToken);
        var chosen = excluded.Count == 0 ? candidates : candidates.FindAll(c => !excluded.Contains(c.Other.Id));
        await _listed.ReadAsync([article], cancellationToken);
        if (!_listed.HasAny(article))
        {
            return chosen;
        }

        await _openings.ReadKeysAsync(_db, chosen.Select(c => c.Other.Id), cancellationToken);
        return [.. chosen.Select(c => c with { Score = _listed.Weigh(article, _openings.Key(c.Other.Id), c.Score) })
            .OrderByDescending(c => c.Score).ThenByDescending(c => c.Other.Id)];
    }

    // Lists that were made before two articles were known to be one report may hold both: these are made again.
    private async Task FoldReprintsAsync(long id, CancellationToken cancellationToken)
    {
        var group = await ReportGroups.MembersAsync(_db, id, cancellationToken);
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
    // near neighbour and so widened an owner's terms, the rest of that list is weighed again. Only lists that can change are read.
    private async Task EnterAsync(ArticleVector newcomer, List<Candidate> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return;
        }

        var excluding = await RelatedChoice.ExcludingAsync(_db, newcomer.Id, cancellationToken);
        var last = await _lists.LastScoresAsync(candidates.ConvertAll(c => c.Other.Id), cancellationToken);
        var holders = await _lists.HoldersAsync(newcomer.Id, cancellationToken);
        var owners = candidates.FindAll(c =>
            c.Score * ListedTitles.Raise >= last.GetValueOrDefault(c.Other.Id) || holders.Contains(c.Other.Id) || Neighbourhood.IsWidenedBy(c.Other, newcomer.Id));
        await _listed.ReadAsync(owners.Select(o => o.Other.Id), cancellationToken);
        var lists = await _lists.ReadAsync(owners.ConvertAll(o => o.Other.Id), cancellationToken);
        await _openings.ReadAsync(_db, [newcomer.Id, .. owners.Select(o => o.Other.Id)], cancellationToken);
        await _openings.ReadKeysAsync(_db, lists.Values.SelectMany(l => l.Select(r => r.RelatedId)), cancellationToken);
        var terms = new SharedTerms(newcomer, _openings[newcomer.Id]);
        foreach (var (owner, closeness) in owners)
        {
            var score = _listed.Weigh(owner.Id, _openings[newcomer.Id].Key, closeness);
            var list = lists[owner.Id];
            var before = list.ConvertAll(r => (r.RelatedId, r.Score));
            list.RemoveAll(r => r.RelatedId == newcomer.Id);
            if (Neighbourhood.IsWidenedBy(owner, newcomer.Id))
            {
                await WeighAgainAsync(owner, list, cancellationToken);
            }

            if (!excluding.Contains(owner.Id) && (list.Count < ListLength || Comes(score, newcomer.Id, list[^1])))
            {
                Insert(owner, terms, score, list);
            }

            if (!before.SequenceEqual(list.Select(r => (r.RelatedId, r.Score))))
            {
                await _lists.ReplaceAsync(owner.Id, list, cancellationToken);
            }
        }
    }

    private async Task WeighAgainAsync(ArticleVector owner, List<RelatedArticle> list, CancellationToken cancellationToken)
    {
        var scores = (await _vectors.GetAsync(list.ConvertAll(r => r.RelatedId), cancellationToken)).ToDictionary(v => v.Id, new ArticleComparison(owner).RelatednessTo);
        list.ForEach(r => r.Score = scores.TryGetValue(r.RelatedId, out var score) ? _listed.Weigh(owner.Id, _openings.Key(r.RelatedId), score) : r.Score);
        list.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : y.RelatedId.CompareTo(x.RelatedId));
    }

    private void Insert(ArticleVector owner, SharedTerms newcomer, double score, List<RelatedArticle> list)
    {
        var (own, opening) = (_openings[owner.Id], _openings[newcomer.Article.Id]);
        if (own.Key.Repeats(opening.Key) || list.Exists(r => _openings.Key(r.RelatedId).Repeats(opening.Key)))
        {
            return;
        }

        var reasons = string.Join(SharedWords.Separator, RelatedReasons.Of(own.Text, opening.Text, Shared(newcomer, owner, own)));
        if (reasons.Length > 0)
        {
            var place = list.FindIndex(r => Comes(score, newcomer.Article.Id, r));
            list.Insert(place < 0 ? list.Count : place, new RelatedArticle { ArticleId = owner.Id, RelatedId = newcomer.Article.Id, Score = score, Reasons = reasons });
            list.RemoveRange(Math.Min(ListLength, list.Count), Math.Max(0, list.Count - ListLength));
        }
    }

    private static bool Comes(double score, long id, RelatedArticle before) => score > before.Score || (score == before.Score && id > before.RelatedId);

    // Alike from both sides, so the letters of one side's terms are enough; and one article is compared with many.
    private static Dictionary<string, double> Shared(SharedTerms one, ArticleVector other, Opening otherOpening)
    {
        var shared = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entry in other.Terms.Entries)
        {
            var number = PackedTerms.Term(entry);
            if (one.Probe.WeightOf(number) == 0 || !otherOpening.Holds(number))
            {
                continue;
            }

            foreach (var term in one.Letters[number])
            {
                shared[term] = one.Article.Terms.WeightOf(number) * other.Terms.WeightOf(number);
            }
        }

        return shared;
    }

    private sealed class SharedTerms(ArticleVector article, Opening opening)
    {
        public ArticleVector Article => article;

        public TermProbe Probe { get; } = new(article.Terms.Entries);

        public ILookup<int, string> Letters => field ??= opening.Letters();
    }

    private readonly record struct Candidate(ArticleVector Other, double Score);
}
