using System.Runtime.InteropServices;

namespace NewsPortal.Core.Finding;

/// <summary>What an article is about: its strongest terms, and the few of them by which others find it.</summary>
/// <param name="Terms">The strongest terms.</param>
/// <param name="Index">The strongest of all, the headline counted higher still: these are looked up.</param>
internal sealed record TermVector(PackedTerms Terms, PackedTerms Index)
{
    private const int MostTerms = 300;
    private const int MostIndexed = 100;

    // What an article is about stands in its headline; by how much it counts was measured (docs/decisions/0007-related-news.md).
    private const int HeadlineCount = 10;
    private const int IndexHeadlineCount = 20;

    // A word said twice says not twice as much.
    internal const double Repetition = 0.55;

    // A Latin word in Chinese text is a name more often than a pair of characters is.
    private const double WordWeight = 1.4;

    // A term that stands in no other article yet can bind none; but the next article may bring it, so a few are kept.
    private const int MostLonely = 20;

    // A term in nearly a third of the archive tells nothing; in a small archive a name that half of it speaks of does.
    private const double CommonShare = 0.3;
    private const double CommonShareWhenSmall = 0.5;
    private const int SmallArchive = 1000;
    private const int AlwaysTold = 20;

    private static readonly double[] Powers = [.. Enumerable.Range(0, 256).Select(t => Math.Pow(t, Repetition))];

    // A small archive cannot tell a rare word from one that chance has brought in twice. So terms are weighed as if a
    // thousand more articles stood there that hold none of them; in a large archive that changes nothing.
    private const int ArticlesAssumed = 1000;

    /// <summary>Weighs an article's terms by TF-IDF and keeps the strongest.</summary>
    /// <param name="frequencies">Its terms.</param>
    /// <param name="articles">Number of articles in all.</param>
    /// <param name="counts">In how many each term stands.</param>
    public static TermVector Of(TermFrequencies frequencies, int articles, IReadOnlyDictionary<int, int> counts)
    {
        ArgumentNullException.ThrowIfNull(frequencies);
        ArgumentNullException.ThrowIfNull(counts);
        var most = articles < SmallArchive ? Math.Max(AlwaysTold, articles * CommonShareWhenSmall) : articles * CommonShare;
        var weighed = new List<Weighed>(frequencies.Terms.Count);
        foreach (var (term, use) in frequencies.Terms)
        {
            var count = Math.Max(1, counts.GetValueOrDefault(term, 1));
            if (count <= most)
            {
                weighed.Add(new Weighed(term, use, count, Math.Log((articles + ArticlesAssumed + 1.0) / count)));
            }
        }

        return new TermVector(
            PackedTerms.Of(Strongest(weighed, HeadlineCount, MostTerms)),
            PackedTerms.Of(Strongest(weighed, IndexHeadlineCount, MostIndexed)));
    }

    private static List<(int Term, double Weight)> Strongest(List<Weighed> weighed, int headlineCount, int mostTerms)
    {
        var (shared, lonely) = (new List<(int Term, double Weight)>(weighed.Count), new List<(int Term, double Weight)>());
        foreach (var (term, use, count, rarity) in weighed)
        {
            var weight = Repeated((use.InHeadline * headlineCount) + use.InText) * rarity * (use.IsWord ? WordWeight : 1);
            (count > 1 ? shared : lonely).Add((term, weight));
        }

        return [.. Head(shared, mostTerms), .. Head(lonely, MostLonely)];
    }

    // Equal weights fall in the terms' own order, so that the same archive always gives the same vectors.
    private static Span<(int Term, double Weight)> Head(List<(int Term, double Weight)> terms, int most)
    {
        var all = CollectionsMarshal.AsSpan(terms);
        all.Sort(static (x, y) => y.Weight != x.Weight ? y.Weight.CompareTo(x.Weight) : x.Term.CompareTo(y.Term));
        return all[..Math.Min(most, all.Length)];
    }

    // Nearly every term is said a few times: these powers are worked out once.
    private static double Repeated(int times) => times < Powers.Length ? Powers[times] : Math.Pow(times, Repetition);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Weighed(int Term, TermUse Use, int Count, double Rarity);
}
