using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>The words that join articles, counted over the reasons of related lists.</summary>
public static class SharedWords
{
    /// <summary>How the words of a reason are joined.</summary>
    public const string Separator = " · ";

    /// <summary>Counts words, most frequent first; a word that only says part of a more frequent one, or the other way round, is left out.</summary>
    /// <param name="reasons">Reasons as stored.</param>
    public static IReadOnlyList<(string Word, int Count)> Ranked(IEnumerable<string> reasons)
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
            if (!ranked.Exists(r => r.Key.Contains(key, StringComparison.Ordinal) || key.Contains(r.Key, StringComparison.Ordinal)))
            {
                ranked.Add((key, word, count));
            }
        }

        return ranked.ConvertAll(r => (r.Word, r.Count));
    }
}
