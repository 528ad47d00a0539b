using NewsPortal.Core.Importing.Benchmarks;

namespace NewsPortal.Tests.Importing.Benchmarks;

/// <summary>Copies by which the recognition of reprints is measured.</summary>
public sealed class EditedCopiesTests
{
    private const string Headline = "渡口的钟又响了";
    private const string Text = "渡口的钟停了三年。上个月，修钟的人来了，他带来两只箱子。箱子里是齿轮，擦得很亮。第二天，钟响了。镇上的人都走到窗边。";

    [Fact]
    public void The_same_seed_makes_the_same_copies()
    {
        var (one, other) = (new EditedCopies(3), new EditedCopies(3));
        Assert.Equal(Enumerable.Range(0, 20).Select(_ => one.Of(Headline, Text)), Enumerable.Range(0, 20).Select(_ => other.Of(Headline, Text)));
    }

    [Fact]
    public void All_edits_occur_and_hardly_a_copy_is_its_original()
    {
        var maker = new EditedCopies(1);
        var copies = Enumerable.Range(0, 200).Select(_ => maker.Of(Headline, Text)).ToList();
        Assert.InRange(copies.Count(c => c == (Headline, Text)), 0, 5);
        Assert.Contains(copies, c => c.Text.Contains('.', StringComparison.Ordinal));
        Assert.Contains(copies, c => c.Text.Length < Text.Length / 2);
        Assert.Contains(copies, c => c.Headline.StartsWith("快讯", StringComparison.Ordinal));
        Assert.Contains(copies, c => c.Text.Contains("来源", StringComparison.Ordinal));
        Assert.Contains(copies, c => c.Text.Length == Text.Length && c.Text != Text && c.Text.Order().SequenceEqual(Text.Order()));
    }

    [Fact]
    public void What_is_shuffled_is_all_there_once()
    {
        var shuffled = new EditedCopies(1).Shuffled([.. Enumerable.Range(0, 50)]);
        Assert.Equal(Enumerable.Range(0, 50), shuffled.Order());
        Assert.NotEqual(Enumerable.Range(0, 50), shuffled);
    }
}
