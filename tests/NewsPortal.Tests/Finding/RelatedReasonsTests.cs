using NewsPortal.Core.Finding;
using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Finding;

/// <summary>What a reader is told about why two articles are related.</summary>
public sealed class RelatedReasonsTests
{
    [Fact]
    public void Overlapping_pairs_become_the_longest_word_that_stands_in_both()
    {
        var reasons = RelatedReasons.Of("白鹭洲湿地迎来候鸟", Folding.ForSearch("去白鹭洲湿地看鸟的路线"), Shared("白鹭", "鹭洲", "洲湿", "湿地"), []);
        Assert.Equal(["白鹭洲湿地"], reasons);
    }

    [Fact]
    public void Shared_tags_come_first_and_a_word_inside_another_is_not_repeated()
    {
        var reasons = RelatedReasons.Of("白鹭洲湿地迎来候鸟", Folding.ForSearch("白鹭洲湿地的候鸟"), Shared("白鹭", "鹭洲", "洲湿", "湿地", "候鸟"), ["湿地"]);
        Assert.Equal(["湿地", "候鸟"], reasons);
    }

    [Fact]
    public void Grammar_at_the_edge_of_a_word_is_cut_off()
    {
        var reasons = RelatedReasons.Of("图书馆的灯", Folding.ForSearch("图书馆的书"), Shared("图书", "书馆", "馆的"), []);
        Assert.Equal(["图书馆"], reasons);
    }

    [Fact]
    public void A_word_is_shown_as_the_article_prints_it()
    {
        var reasons = RelatedReasons.Of("用 AI 读古籍", Folding.ForSearch("ai 也读诗"), Shared("ai"), []);
        Assert.Equal(["AI"], reasons);
    }

    private static Dictionary<string, double> Shared(params string[] terms) => terms.ToDictionary(t => t, _ => 0.1);
}
