using NewsPortal.Core.Importing.Benchmarks;

namespace NewsPortal.Tests.Importing.Benchmarks;

public sealed class SearchFiguresTests
{
    [Fact]
    public void The_first_right_place_counts_and_only_among_ten()
    {
        Assert.Equal(1, FirstTen.ReciprocalRank(["a", "b"], Set("a")));
        Assert.Equal(1.0 / 3, FirstTen.ReciprocalRank(["x", "y", "b", "a"], Set("a", "b")));
        Assert.Equal(0, FirstTen.ReciprocalRank([.. Enumerable.Range(0, 10).Select(i => $"{i}"), "a"], Set("a")));
        Assert.Equal(0, FirstTen.ReciprocalRank([], Set("a")));
    }

    [Fact]
    public void Recall_is_over_the_smaller_of_ten_and_what_is_right()
    {
        Assert.Equal(0.5, FirstTen.Recall(["a", "x"], Set("a", "b")));
        var twenty = Enumerable.Range(0, 20).Select(i => $"{i}").ToHashSet();
        Assert.Equal(1, FirstTen.Recall([.. twenty.Take(10)], twenty));
        Assert.Equal(0.9, FirstTen.Recall(["x", .. twenty.Take(9)], twenty));
    }

    [Fact]
    public void Literal_recall_looks_at_the_whole_set()
    {
        Assert.Equal(2.0 / 3, FirstTen.LiteralRecall(["z", "a", "b"], ["a", "b", "c"]), 9);
        Assert.Equal(1, FirstTen.LiteralRecall([], []));
    }

    [Fact]
    public void Figures_are_means_over_queries()
    {
        var figures = new SearchFigures("two");
        figures.Add(["a"], Set("a"), ["a"], ["a"], TimeSpan.FromMilliseconds(2));
        figures.Add(["x", "a"], Set("a", "b"), ["x", "a"], ["a", "b"], TimeSpan.FromMilliseconds(4));
        Assert.Equal((0.75, 0.75, 0.75), (figures.ReciprocalRank, figures.Recall, figures.LiteralRecall));
    }

    private static HashSet<string> Set(params string[] names) => [.. names];
}
