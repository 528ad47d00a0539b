namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>How well a ranked list agrees with judgements, over its first fifteen places.</summary>
/// <param name="Recall">Relevant ones found, divided by the smaller of fifteen and their number.</param>
/// <param name="Ndcg">Each hit counts 1/log2(place + 1), divided by the best sum possible.</param>
/// <param name="Mrr">One divided by the place of the first hit; 0 where there is none.</param>
internal readonly record struct RankedScore(double Recall, double Ndcg, double Mrr)
{
    private const int Places = 15;

    /// <summary>Scores a list.</summary>
    /// <param name="list">The list, best first.</param>
    /// <param name="relevant">What is relevant; not empty.</param>
    public static RankedScore Of(IReadOnlyList<string> list, IReadOnlySet<string> relevant)
    {
        var best = Math.Min(Places, relevant.Count);
        var hits = Enumerable.Range(1, Math.Min(Places, list.Count)).Where(place => relevant.Contains(list[place - 1])).ToList();
        return new(
            (double)hits.Count / best,
            hits.Sum(Gain) / Enumerable.Range(1, best).Sum(Gain),
            hits.Count == 0 ? 0 : 1.0 / hits[0]);
    }

    /// <summary>The mean of some scores.</summary>
    /// <param name="scores">The scores; not empty.</param>
    public static RankedScore Mean(IReadOnlyCollection<RankedScore> scores) =>
        new(scores.Average(s => s.Recall), scores.Average(s => s.Ndcg), scores.Average(s => s.Mrr));

    private static double Gain(int place) => 1 / Math.Log2(place + 1);
}
