using System.Runtime.InteropServices;

namespace NewsPortal.Core.Finding;

/// <summary>
/// An article's terms as its headline says them and as its body does. Neither is stored: the terms by which an article is
/// found count its headline twice as high, so that the ratio of both weights tells which part of a weight is the headline's.
/// </summary>
internal sealed class HeadlineAndBody
{
    // Weights are whole numbers once more, finer than the stored ones, because a part of a weight may be small.
    private const int Finer = 16;

    // What a ratio says less than this is the rounding of the stored weights.
    private const double LeastHeadline = 0.2;
    private const double MostHeadline = 0.95;

    private readonly PackedTerms _terms;
    private readonly Divided[] _headline;
    private readonly double _headlineLength;
    private readonly double _bodyLength;

    private HeadlineAndBody(PackedTerms terms, Divided[] headline)
    {
        (_terms, _headline) = (terms, headline);
        var (said, told) = (0L, terms.Squares * Finer * Finer);
        foreach (var term in headline)
        {
            said += (long)term.OfHeadline * term.OfHeadline;
            told += ((long)term.OfBody * term.OfBody) - ((long)term.Whole * term.Whole);
        }

        (_headlineLength, _bodyLength) = (Math.Sqrt(said), Math.Sqrt(told));
    }

    /// <summary>Tells both apart. Only the terms of the headline are written down: what is left of the others is the body's.</summary>
    /// <param name="terms">An article's strongest terms.</param>
    /// <param name="index">The terms by which it is found.</param>
    public static HeadlineAndBody Of(PackedTerms terms, PackedTerms index)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(index);
        var entries = terms.Entries;
        var looked = index.Entries;
        var known = new Known[Math.Min(entries.Length, looked.Length)];
        var count = 0;
        for (int i = 0, j = 0; i < entries.Length && j < looked.Length;)
        {
            var (first, second) = (PackedTerms.Term(entries[i]), PackedTerms.Term(looked[j]));
            if (first == second)
            {
                var weight = PackedTerms.Weight(entries[i]);
                known[count++] = new Known(first, weight, (double)PackedTerms.Weight(looked[j]) / weight);
            }

            i += first <= second ? 1 : 0;
            j += second <= first ? 1 : 0;
        }

        return new HeadlineAndBody(terms, Headline(known.AsSpan(0, count)));
    }

    /// <summary>How much the headline of each says what the other's body says, 0 to 1: the mean of both cosines.</summary>
    /// <param name="other">The other article.</param>
    public double CosineAcross(HeadlineAndBody other) => (CosineWithBodyOf(other) + other.CosineWithBodyOf(this)) / 2;

    /// <summary>As <see cref="CosineAcross(HeadlineAndBody)"/>, this article's terms laid out before.</summary>
    /// <param name="other">The other article.</param>
    /// <param name="own">This article's strongest terms.</param>
    public double CosineAcross(HeadlineAndBody other, TermProbe own)
    {
        var sum = 0L;
        foreach (var said in other._headline)
        {
            if (own.WeightOf(said.Term) is not 0 and var weight)
            {
                sum += (long)said.OfHeadline * OfBody(said.Term, weight);
            }
        }

        return (CosineWithBodyOf(other) + (sum == 0 ? 0 : sum / (other._headlineLength * _bodyLength))) / 2;
    }

    // Most terms looked up stand in no headline: their ratio, which a quarter of all do not exceed, is the scale.
    private static Divided[] Headline(ReadOnlySpan<Known> known)
    {
        Span<double> ratios = new double[known.Length];
        for (var i = 0; i < known.Length; i++)
        {
            ratios[i] = known[i].Ratio;
        }

        ratios.Sort();
        var headline = new List<Divided>();
        foreach (var (term, weight, ratio) in known)
        {
            if (HeadlineShare(ratio / ratios[known.Length / 4]) is > 0 and var share)
            {
                headline.Add(new Divided(term, weight * Finer, Part(weight, share), share < 1 ? Part(weight, 1 - share) : 0));
            }
        }

        return [.. headline];
    }

    // With h of a term's uses in the headline and t in the text, the ratio is ((20h + t) / (10h + t))^0.55, and 10h / (10h + t)
    // is sought.
    private static double HeadlineShare(double ratio)
    {
        var share = ratio <= 1 ? 0 : Math.Pow(ratio, 1 / TermVector.Repetition) - 1;
        return share < LeastHeadline ? 0 : share > MostHeadline ? 1 : share;
    }

    private static int Part(int weight, double share) =>
        share >= 1 ? weight * Finer : Math.Max(1, (int)Math.Round(weight * Finer * Math.Pow(share, TermVector.Repetition)));

    private double CosineWithBodyOf(HeadlineAndBody other)
    {
        var sum = 0L;
        var rest = other._terms.Entries;
        foreach (var said in _headline)
        {
            var at = PackedTerms.Find(rest, said.Term);
            if (at < rest.Length && PackedTerms.Term(rest[at]) == said.Term)
            {
                sum += (long)said.OfHeadline * other.OfBody(said.Term, PackedTerms.Weight(rest[at]));
            }

            rest = rest[at..];
        }

        return sum == 0 ? 0 : sum / (_headlineLength * other._bodyLength);
    }

    private int OfBody(int term, int weight)
    {
        foreach (var divided in _headline)
        {
            if (divided.Term >= term)
            {
                return divided.Term == term ? divided.OfBody : weight * Finer;
            }
        }

        return weight * Finer;
    }

    // Under Ratio a term's weight as one that is looked up, divided by its weight here.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Known(int Term, int Weight, double Ratio);

    private readonly record struct Divided(int Term, int Whole, int OfHeadline, int OfBody);
}
