namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>Adds up the scores of one kind of query.</summary>
/// <param name="kind">Its name.</param>
internal sealed class SearchFigures(string kind)
{
    private readonly List<double> _reciprocal = [];
    private readonly List<double> _recall = [];
    private readonly List<double> _literal = [];
    private readonly List<double> _milliseconds = [];

    /// <summary>Mean of the reciprocal ranks.</summary>
    public double ReciprocalRank => _reciprocal.Average();

    /// <summary>Mean of the recalls among the first ten.</summary>
    public double Recall => _recall.Average();

    /// <summary>Mean of the literal recalls; 1 where none was asked for.</summary>
    public double LiteralRecall => _literal.Count == 0 ? 1 : _literal.Average();

    /// <summary>Scores one query.</summary>
    /// <param name="first">The first articles.</param>
    /// <param name="right">What is right.</param>
    /// <param name="all">The whole result set; null where it is not looked at.</param>
    /// <param name="holding">What holds the query's text.</param>
    /// <param name="elapsed">How long the first took.</param>
    public void Add(IReadOnlyList<string> first, IReadOnlySet<string> right, IReadOnlyCollection<string>? all, IReadOnlyCollection<string> holding, TimeSpan elapsed)
    {
        _reciprocal.Add(FirstTen.ReciprocalRank(first, right));
        _recall.Add(FirstTen.Recall(first, right));
        if (all is not null)
        {
            _literal.Add(FirstTen.LiteralRecall(all, holding));
        }

        _milliseconds.Add(elapsed.TotalMilliseconds);
    }

    /// <summary>The figures, one line.</summary>
    public override string ToString()
    {
        _milliseconds.Sort();
        var literal = _literal.Count == 0 ? string.Empty : $" | literal recall {LiteralRecall:0.0000}";
        return $"{kind,-8} n={_reciprocal.Count,-4} MRR@10 {ReciprocalRank:0.0000} | R@10 {Recall:0.0000}{literal} | p50 {At(0.5):0.0} ms p95 {At(0.95):0.0} ms";
    }

    private double At(double share) => _milliseconds[Math.Min(_milliseconds.Count - 1, (int)(share * _milliseconds.Count))];
}
