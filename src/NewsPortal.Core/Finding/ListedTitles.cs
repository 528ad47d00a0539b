using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>
/// The titles that an article's capture listed as related or latest. Another site's list is a hint, often no better than the
/// newest: it raises an article that is related anyway, and brings in no other.
/// </summary>
/// <param name="db">A context with an open transaction.</param>
internal sealed class ListedTitles(NewsDbContext db)
{
    /// <summary>How much more a listed one counts: enough to decide between articles nearly as close, too little for a latest list cut short to become the related one.</summary>
    public const double Raise = 1.15;

    private readonly Dictionary<long, HashSet<string>> _titles = [];

    /// <summary>Reads what the captures of some articles listed.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ReadAsync(IEnumerable<long> articles, CancellationToken cancellationToken)
    {
        var missing = articles.Where(a => !_titles.ContainsKey(a)).ToHashSet();
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var article in missing)
        {
            _titles[article] = [];
        }

        await using var command = db.Command(
            $"SELECT \"ArticleId\", \"Listed\" FROM \"Bodies\" WHERE \"ArticleId\" IN ({string.Join(',', missing)}) AND \"Listed\" IS NOT NULL");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _titles[reader.GetInt64(0)] = [.. reader.GetString(1).Split('\n').Select(Folding.ForComparison)];
        }
    }

    /// <summary>True where an article's capture listed anything.</summary>
    /// <param name="article">The article, read.</param>
    public bool HasAny(long article) => _titles[article].Count > 0;

    /// <summary>How closely related two articles count as.</summary>
    /// <param name="article">Whose list, read.</param>
    /// <param name="other">The other.</param>
    /// <param name="score">How closely they are related by content.</param>
    public double Weigh(long article, OpeningKey other, double score) => _titles[article].Contains(other.Headline) ? Math.Min(1, score * Raise) : score;
}
