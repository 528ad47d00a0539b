using NewsPortal.Core.Importing.Benchmarks;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing.Benchmarks;

/// <summary>The figures of ranked lists, worked by hand.</summary>
public sealed class RankedScoreTests
{
    [Fact]
    public void Two_of_three_found_at_places_one_and_three()
    {
        var score = RankedScore.Of(["a", "x", "b"], Set("a", "b", "c"));
        Assert.Equal(2.0 / 3, score.Recall, 6);

        // (1 + 1/2) of (1 + 0.63093 + 1/2).
        Assert.Equal(1.5 / 2.130930, score.Ndcg, 5);
        Assert.Equal(1, score.Mrr);
    }

    [Fact]
    public void Only_the_first_fifteen_places_count() =>
        Assert.Equal(new RankedScore(0, 0, 0), RankedScore.Of([.. Enumerable.Repeat("x", 15), "a"], Set("a")));

    [Fact]
    public void Fifteen_of_twenty_relevant_ones_are_all_that_a_list_can_hold()
    {
        var all = Enumerable.Range(0, 20).Select(i => $"{i}").ToArray();
        Assert.Equal(1, RankedScore.Of(all[..15], Set(all)).Recall, 9);
        Assert.Equal(1, RankedScore.Of(all[..15], Set(all)).Ndcg, 9);
    }

    [Fact]
    public void An_article_without_a_list_counts_nothing() => Assert.Equal(new RankedScore(0, 0, 0), RankedScore.Of([], Set("a")));

    [Fact]
    public void A_story_of_many_weighs_as_much_as_a_story_of_two()
    {
        using var folder = new TemporaryFolder();
        folder.Write("stories.tsv", "a\tone\nb\tone\nc\tone\nd\ttwo\ne\ttwo\nf\talone\n");
        var groups = RelatedBench.Judgements(folder.Path);
        Assert.Equal([3, 2], groups.Select(g => g.Count));
        Assert.Equal(["b", "c"], groups[0][0].Relevant.Order());
    }

    private static HashSet<string> Set(params string[] names) => names.ToHashSet(StringComparer.Ordinal);
}
