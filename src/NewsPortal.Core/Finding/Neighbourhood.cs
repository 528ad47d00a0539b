using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>
/// Keeps each article's nearest neighbours and the terms it gets from them: two reports of one event that choose different
/// words meet in the words of their common neighbours.
/// </summary>
/// <param name="db">A context with an open transaction.</param>
/// <param name="vectors">The articles.</param>
/// <param name="heads">What was read of terms' articles.</param>
internal sealed class Neighbourhood(NewsDbContext db, ArticleVectors vectors, PostingHeads heads)
{
    private const int MostNeighbours = 20;
    private const int MostNear = 100;
    private const int MostBehind = 100;
    private const int MostTerms = 400;

    // A newcomer further down changes an article's widened terms by a few hundredths: they take it in with the next change.
    private const int CloseEnoughToWiden = 6;

    // Together the neighbours weigh as much as the article itself; measured (docs/decisions/0007-related-news.md).
    private const double NeighboursShare = 1;

    /// <summary>Public articles near one by all their terms, nearest first, at most 100.</summary>
    /// <param name="article">The article.</param>
    /// <param name="comparison">The same, ready to be compared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<List<Near>> NearAsync(ArticleVector article, ArticleComparison comparison, CancellationToken cancellationToken)
    {
        var found = await Postings.WalkAsync(db, article.Id, article.Index, MostNear, heads, cancellationToken);
        return [.. (await vectors.GetAsync(found, cancellationToken)).Select(v => new Near(v.Id, (float)comparison.ClosenessTo(v)))
            .OrderByDescending(n => n.Closeness).ThenByDescending(n => n.Id)];
    }

    /// <summary>The neighbours of an article's neighbours that are not near it themselves: at most 100, those that stand closest behind the closest.</summary>
    /// <param name="article">The article.</param>
    /// <param name="near">The articles near it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<List<long>> BehindAsync(ArticleVector article, IReadOnlyCollection<long> near, CancellationToken cancellationToken)
    {
        var closeness = article.Neighbours.ToDictionary(n => n.Id, n => (double)n.Closeness);
        var sums = new Dictionary<long, double>();
        foreach (var neighbour in await vectors.GetAsync(article.Neighbours.ConvertAll(n => n.Id), cancellationToken))
        {
            foreach (var (id, behind) in neighbour.Neighbours)
            {
                sums[id] = sums.GetValueOrDefault(id) + (closeness[neighbour.Id] * behind);
            }
        }

        sums.Remove(article.Id);
        foreach (var id in near)
        {
            sums.Remove(id);
        }

        return [.. sums.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(MostBehind).Select(s => s.Key)];
    }

    /// <summary>True where an article's terms are widened anew because of a newcomer.</summary>
    /// <param name="article">The article, the newcomer entered.</param>
    /// <param name="newcomer">The newcomer.</param>
    public static bool IsWidenedBy(ArticleVector article, long newcomer) =>
        article.Neighbours.FindIndex(n => n.Id == newcomer) is >= 0 and < CloseEnoughToWiden;

    /// <summary>Gives an article its neighbours, and enters it where it is nearer than another.</summary>
    /// <param name="article">The article.</param>
    /// <param name="near">The articles near it.</param>
    /// <param name="enters">Which may take it in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task PlaceAsync(ArticleVector article, List<Near> near, Predicate<long> enters, CancellationToken cancellationToken)
    {
        article.Neighbours = near.GetRange(0, Math.Min(MostNeighbours, near.Count));
        await WidenAsync(article, cancellationToken);
        foreach (var (id, closeness) in near.Where(n => enters(n.Id)))
        {
            var other = (await vectors.GetAsync(id, cancellationToken))!;
            switch (Enter(other.Neighbours, new Near(article.Id, closeness)))
            {
                case >= 0 and < CloseEnoughToWiden:
                    await WidenAsync(other, cancellationToken);
                    break;
                case >= CloseEnoughToWiden:
                    await vectors.WriteAsync(other, cancellationToken);
                    break;
            }
        }
    }

    // The place it takes; -1 where it takes none, or stands there already.
    private static int Enter(List<Near> neighbours, Near newcomer)
    {
        if (neighbours.Contains(newcomer))
        {
            return -1;
        }

        neighbours.RemoveAll(n => n.Id == newcomer.Id);
        var found = neighbours.FindIndex(n => n.Closeness < newcomer.Closeness || (n.Closeness == newcomer.Closeness && n.Id < newcomer.Id));
        var place = found < 0 ? neighbours.Count : found;
        if (place >= MostNeighbours)
        {
            return -1;
        }

        neighbours.Insert(place, newcomer);
        neighbours.RemoveRange(Math.Min(MostNeighbours, neighbours.Count), Math.Max(0, neighbours.Count - MostNeighbours));
        return place;
    }

    // Rocchio's way of widening a query (The SMART Retrieval System, 1971), done once when an article is stored.
    private async Task WidenAsync(ArticleVector article, CancellationToken cancellationToken)
    {
        var closeness = article.Neighbours.ToDictionary(n => n.Id, n => (double)n.Closeness);
        var neighbours = await vectors.GetAsync(article.Neighbours.ConvertAll(n => n.Id), cancellationToken);
        var all = neighbours.Sum(n => closeness[n.Id]);
        var sum = new Dictionary<int, double>();
        article.Terms.AddTo(sum, 1);
        foreach (var neighbour in neighbours)
        {
            // What a neighbour gives is what it is found by: mostly its headline.
            neighbour.Index.AddTo(sum, all > 0 ? NeighboursShare * closeness[neighbour.Id] / all : 0);
        }

        article.Widened = PackedTerms.Of(sum, MostTerms);
        await vectors.WriteAsync(article, cancellationToken);
    }
}
