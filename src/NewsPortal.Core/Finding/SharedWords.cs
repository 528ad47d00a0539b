using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>The words that join articles, counted over the reasons of related lists.</summary>
public static class SharedWords
{
    /// <summary>How the words of a reason are joined.</summary>
    public const string Separator = " · ";

    private const int MostWeighed = 20;

    /// <summary>Counts words, most frequent first; a word that only says part of a more frequent one, or the other way round, is left out.</summary>
    /// <param name="reasons">Reasons as stored.</param>
    /// <param name="most">How many are wanted.</param>
    public static IReadOnlyList<(string Word, int Count)> Ranked(IEnumerable<string> reasons, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        var counts = new Dictionary<string, (string Word, int Count)>(StringComparer.Ordinal);
        foreach (var word in reasons.SelectMany(r => r.Split(Separator, StringSplitOptions.RemoveEmptyEntries)))
        {
            var key = Folding.ForSearch(word);
            counts[key] = counts.TryGetValue(key, out var known) ? (known.Word, known.Count + 1) : (word, 1);
        }

        var ranked = new List<(string Key, string Word, int Count)>();
        foreach (var (key, (word, count)) in counts.OrderByDescending(c => c.Value.Count).ThenByDescending(c => c.Key.Length).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            if (ranked.Count == most)
            {
                break;
            }

            if (!ranked.Exists(r => r.Key.Contains(key, StringComparison.Ordinal) || key.Contains(r.Key, StringComparison.Ordinal)))
            {
                ranked.Add((key, word, count));
            }
        }

        return ranked.ConvertAll(r => (r.Word, r.Count));
    }

    /// <summary>Orders the most frequent words by what they tell: what joins these articles and no others names them, what joins all news (可能, 消息) does not.</summary>
    /// <param name="db">The store.</param>
    /// <param name="reasons">Reasons as stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>At most 20 words, each with its count times the logarithm of how rare its rarest pair is.</returns>
    public static async Task<List<(string Word, double Weight)>> RarestAsync(
        NewsDbContext db, IEnumerable<string> reasons, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var words = Ranked(reasons, MostWeighed);
        var tokens = words.ToDictionary(w => w.Word, w => TextSplitter.Pairs(w.Word).ToList(), StringComparer.Ordinal);
        var (articles, counts) = await TermStatistics.ReadAsync(db, tokens.Values.SelectMany(t => t), cancellationToken);
        return [.. words.Where(w => tokens[w.Word].Count > 0)
            .Select(w => (w.Word, Weight: w.Count * Math.Log((articles + 1.0) / tokens[w.Word].Min(t => counts.GetValueOrDefault(t, 1)))))
            .OrderByDescending(w => w.Weight).ThenBy(w => w.Word, StringComparer.Ordinal)];
    }
}
