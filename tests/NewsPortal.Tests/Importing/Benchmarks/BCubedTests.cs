using NewsPortal.Core.Importing.Benchmarks;

namespace NewsPortal.Tests.Importing.Benchmarks;

public sealed class BCubedTests
{
    [Fact]
    public void Two_clusters_of_which_one_holds_a_stranger_are_scored_item_by_item()
    {
        // Cluster 1 holds a, a, b; cluster 2 holds b. Precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4.
        var score = BCubed.Of([(1, "a"), (1, "a"), (1, "b"), (2, "b")]);
        Assert.Equal(8.0 / 12, score.Precision, 9);
        Assert.Equal(0.75, score.Recall, 9);
        Assert.Equal(2 * (8.0 / 12) * 0.75 / ((8.0 / 12) + 0.75), score.F1, 9);
    }

    [Fact]
    public void Everything_alone_is_precise_and_finds_little() => Assert.Equal(new BCubed(1, 0.25), BCubed.Of([(1, "a"), (2, "a"), (3, "a"), (4, "a")]));
}
