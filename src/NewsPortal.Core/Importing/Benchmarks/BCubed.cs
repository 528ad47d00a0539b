namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>How well clusters agree with labels, item by item (Bagga and Baldwin 1998).</summary>
/// <param name="Precision">The mean share of an item's cluster that has its label.</param>
/// <param name="Recall">The mean share of an item's label that is in its cluster.</param>
internal readonly record struct BCubed(double Precision, double Recall)
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Scores items; those without a label are left out before.</summary>
    /// <param name="items">Cluster and label of each; not empty.</param>
    public static BCubed Of(IReadOnlyCollection<(long Cluster, string Label)> items)
    {
        var clusters = items.CountBy(i => i.Cluster).ToDictionary();
        var labels = items.CountBy(i => i.Label).ToDictionary(StringComparer.Ordinal);
        var both = items.CountBy(i => i).ToDictionary();
        return new(
            items.Average(i => (double)both[i] / clusters[i.Cluster]),
            items.Average(i => (double)both[i] / labels[i.Label]));
    }
}
