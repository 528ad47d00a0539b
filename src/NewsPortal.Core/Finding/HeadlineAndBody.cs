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

    private readonly Weighed[] _headline;
    private readonly Weighed[] _body;
    private readonly double _headlineLength;
    private readonly double _bodyLength;

    private HeadlineAndBody(Weighed[] headline, Weighed[] body)
    {
        (_headline, _body) = (headline, body);
        (_headlineLength, _bodyLength) = (Length(headline), Length(body));
    }

    /// <summary>Tells both apart.</summary>
    /// <param name="terms">An article's strongest terms.</param>
    /// <param name="index">The terms by which it is found.</param>
    public static HeadlineAndBody Of(PackedTerms terms, PackedTerms index)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(index);
        var ratios = Ratios(terms.Entries, index.Entries, out var scale);
        var headline = new List<Weighed>();
        var body = new Weighed[terms.Count];
        var count = 0;
        for (var i = 0; i < ratios.Length; i++)
        {
            var (term, weight) = (PackedTerms.Term(terms.Entries[i]), PackedTerms.Weight(terms.Entries[i]));
            var ofHeadline = HeadlineShare(ratios[i] / scale);
            if (ofHeadline > 0)
            {
                headline.Add(new Weighed(term, Part(weight, ofHeadline)));
            }

            if (ofHeadline < 1)
            {
                body[count++] = new Weighed(term, Part(weight, 1 - ofHeadline));
            }
        }

        return new HeadlineAndBody([.. headline], body[..count]);
    }

    /// <summary>How much the headline of each says what the other's body says, 0 to 1: the mean of both cosines.</summary>
    /// <param name="other">The other article.</param>
    public double CosineAcross(HeadlineAndBody other) =>
        (Cosine(_headline, _headlineLength, other._body, other._bodyLength) + Cosine(other._headline, other._headlineLength, _body, _bodyLength)) / 2;

    // Under each of the terms its weight as one that is looked up, divided by its weight here; 0 where it is not looked up.
    // Most terms looked up stand in no headline: the ratio of those is the scale.
    private static double[] Ratios(ReadOnlySpan<uint> terms, ReadOnlySpan<uint> index, out double scale)
    {
        var ratios = new double[terms.Length];
        var known = new List<double>(index.Length);
        for (int i = 0, j = 0; i < terms.Length && j < index.Length;)
        {
            var (first, second) = (PackedTerms.Term(terms[i]), PackedTerms.Term(index[j]));
            if (first == second)
            {
                known.Add(ratios[i] = (double)PackedTerms.Weight(index[j]) / PackedTerms.Weight(terms[i]));
            }

            i += first <= second ? 1 : 0;
            j += second <= first ? 1 : 0;
        }

        known.Sort();
        scale = known.Count == 0 ? 1 : known[known.Count / 4];
        return ratios;
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

    private static double Cosine(Weighed[] few, double fewLength, Weighed[] many, double manyLength)
    {
        var sum = 0L;
        var rest = many.AsSpan();
        foreach (var one in few)
        {
            var at = rest.BinarySearch(one);
            sum += at >= 0 ? (long)one.Weight * rest[at].Weight : 0;
            rest = rest[(at >= 0 ? at : ~at)..];
        }

        return sum == 0 ? 0 : sum / (fewLength * manyLength);
    }

    private static double Length(Weighed[] terms)
    {
        var squares = 0L;
        foreach (var (_, weight) in terms)
        {
            squares += (long)weight * weight;
        }

        return Math.Sqrt(squares);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Weighed(int Term, int Weight) : IComparable<Weighed>
    {
        public int CompareTo(Weighed other) => Term.CompareTo(other.Term);
    }
}
