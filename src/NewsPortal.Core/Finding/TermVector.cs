namespace NewsPortal.Core.Finding;

/// <summary>An article's strongest terms with weights of unit length.</summary>
public static class TermVector
{
    // With 120 terms little is lost of the whole text's agreement, at a tenth of its cost.
    private const int MostTerms = 120;

    // A term that stands in no other article yet can bind none; but the next article may bring it, so a few are kept.
    private const int MostLonely = 20;

    // A term in more than a fifth of the archive tells nothing; in a small archive a name that half of it speaks of does.
    private const double CommonShare = 0.2;
    private const double CommonShareWhenSmall = 0.5;
    private const int SmallArchive = 1000;
    private const int AlwaysTold = 20;

    // A small archive cannot tell a rare word from one that chance has brought in twice. So terms are weighed as if a
    // thousand more articles stood there that hold none of them; in a large archive that changes nothing.
    private const int ArticlesAssumed = 1000;

    /// <summary>Weighs an article's terms by TF-IDF and keeps the strongest.</summary>
    /// <param name="frequencies">Its terms.</param>
    /// <param name="articles">Number of articles in all.</param>
    /// <param name="counts">In how many each term stands.</param>
    public static IReadOnlyList<(string Term, float Weight)> Of(
        TermFrequencies frequencies, int articles, IReadOnlyDictionary<string, int> counts)
    {
        ArgumentNullException.ThrowIfNull(frequencies);
        ArgumentNullException.ThrowIfNull(counts);
        var most = articles < SmallArchive ? Math.Max(AlwaysTold, articles * CommonShareWhenSmall) : articles * CommonShare;
        var weighed = new List<(string Term, double Weight, int Count)>(frequencies.Counts.Count);
        foreach (var (term, frequency) in frequencies.Counts)
        {
            var count = Math.Max(1, counts.GetValueOrDefault(term, 1));
            if (count <= most)
            {
                weighed.Add((term, Math.Sqrt(frequency) * Math.Log((articles + ArticlesAssumed + 1.0) / count), count));
            }
        }

        // Equal weights fall in the terms' own order, so that the same archive always gives the same vectors.
        weighed.Sort((x, y) => y.Weight != x.Weight ? y.Weight.CompareTo(x.Weight) : string.CompareOrdinal(x.Term, y.Term));
        var kept = weighed.Where(w => w.Count > 1).Take(MostTerms)
            .Concat(weighed.Where(w => w.Count == 1).Take(MostLonely)).ToList();
        var length = Math.Sqrt(kept.Sum(w => w.Weight * w.Weight));
        return length > 0 ? [.. kept.Select(w => (w.Term, (float)(w.Weight / length)))] : [];
    }
}
