using NewsPortal.Core.Finding;

namespace NewsPortal.Tests.Finding;

/// <summary>What a reader is told about why two articles are related.</summary>
public sealed class RelatedReasonsTests
{
    [Fact]
    public void Overlapping_pairs_become_the_longest_word_that_stands_in_both() => Assert.Equal(
        ["白鹭洲湿地"], RelatedReasons.Of(Text("白鹭洲湿地迎来候鸟"), Text("去白鹭洲湿地看鸟的路线"), Shared("白鹭", "鹭洲", "洲湿", "湿地")));

    [Fact]
    public void A_name_is_widened_to_what_both_texts_say() => Assert.Equal(
        ["海桥新图书馆"], RelatedReasons.Of(Text("海桥新图书馆开馆"), Text("走进海桥新图书馆"), Shared("桥新", "新图", "图书", "书馆")));

    [Fact]
    public void Shared_tags_come_first_and_a_word_that_holds_them_is_not_repeated() => Assert.Equal(
        ["湿地", "候鸟"],
        RelatedReasons.Of(
            Text("白鹭洲湿地迎来候鸟", "湿地"), Text("白鹭洲湿地的候鸟", "湿地"), Shared("白鹭", "鹭洲", "洲湿", "湿地", "候鸟")));

    [Fact]
    public void Grammar_at_the_edge_of_a_word_is_cut_off() => Assert.Equal(
        ["图书馆"], RelatedReasons.Of(Text("图书馆的灯"), Text("图书馆的书"), Shared("图书", "书馆", "馆的")));

    [Fact]
    public void A_pair_that_stands_once_in_each_body_explains_nothing() => Assert.Empty(RelatedReasons.Of(
        new OpeningText("夜跑", "工作人员八点一刻集合。", []), new OpeningText("早市", "摊位六点一过就满。", []), Shared("点一")));

    [Fact]
    public void A_word_is_shown_as_the_article_prints_it() => Assert.Equal(
        ["AI"], RelatedReasons.Of(Text("用 AI 读古籍"), Text("ai 也读诗"), Shared("ai")));

    private static OpeningText Text(string headline, params string[] tags) => new(headline, string.Empty, tags);

    private static Dictionary<string, double> Shared(params string[] terms) => terms.ToDictionary(t => t, _ => 0.1);
}
