namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>Measures of the first ten of a ranked list against what is right.</summary>
internal static class FirstTen
{
    /// <summary>How many places count.</summary>
    public const int Depth = 10;

    /// <summary>1 over the place of the first right one among the first ten, 0 where there is none.</summary>
    /// <param name="ranked">Best first.</param>
    /// <param name="right">What is right.</param>
    public static double ReciprocalRank(IReadOnlyList<string> ranked, IReadOnlySet<string> right)
    {
        for (var i = 0; i < Math.Min(Depth, ranked.Count); i++)
        {
            if (right.Contains(ranked[i]))
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>Right ones among the first ten, over the smaller of ten and their number; 1 where there is none to find.</summary>
    /// <param name="ranked">Best first.</param>
    /// <param name="right">What is right.</param>
    public static double Recall(IReadOnlyList<string> ranked, IReadOnlySet<string> right) =>
        right.Count == 0 ? 1 : (double)ranked.Take(Depth).Count(right.Contains) / Math.Min(Depth, right.Count);

    /// <summary>The share of what holds a text that is in the whole result set; 1 where nothing holds it.</summary>
    /// <param name="ranked">The whole set.</param>
    /// <param name="holding">What holds the text.</param>
    public static double LiteralRecall(IReadOnlyCollection<string> ranked, IReadOnlyCollection<string> holding) =>
        holding.Count == 0 ? 1 : (double)holding.Intersect(ranked, StringComparer.Ordinal).Count() / holding.Count;
}
