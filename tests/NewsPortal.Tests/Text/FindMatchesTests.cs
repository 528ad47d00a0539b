using CsCheck;
using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Text;

public class FindMatchesTests
{
    [Theory]
    [InlineData("在貴陽舉行的會議", "贵阳", "貴陽")]
    [InlineData("ＡＩ 与 Ai", "ai", "ＡＩ|Ai")]
    [InlineData("He said AI", "ai", "AI")]
    [InlineData("发布 GPT－4 模型", "gpt-4", "GPT－4")]
    [InlineData("迎来5G 发展期", "5G发展", "5G 发展")]
    [InlineData("㈱三菱", "株", "㈱")]
    [InlineData("cafe\u0301 culture", "CAFÉ", "cafe\u0301")]
    [InlineData("泛珠三角与珠三角", "珠三角|泛珠三角", "泛珠三角|珠三角")]
    [InlineData("工\u200B信部说", "工信部", "工\u200B信部")]
    [InlineData("𠮷野家在𠮷野", "𠮷野", "𠮷野|𠮷野")]
    [InlineData("nothing here", "没有", "")]
    [InlineData("贵阳", "，| ", "")]
    public void Terms_are_found_as_the_search_finds_them(string text, string terms, string expected)
    {
        var found = TextSplitter.FindMatches(text, terms.Split('|')).Select(m => text.Substring(m.Start, m.Length));
        Assert.Equal(expected, string.Join('|', found));
    }

    [Fact]
    public void Matches_lie_inside_the_text_in_order_and_do_not_overlap() =>
        Gen.Select(Texts.Any, Texts.Any.Array[0, 4]).Sample((text, terms) =>
        {
            var end = 0;
            foreach (var (start, length) in TextSplitter.FindMatches(text, terms))
            {
                Assert.InRange(start, end, text.Length);
                Assert.InRange(length, 1, text.Length - start);
                end = start + length;
            }
        });

    [Fact]
    public void A_Chinese_term_is_found_wherever_it_stands() =>
        Gen.Select(Texts.Any, Texts.Any).Sample((before, after) =>
            TextSplitter.FindMatches(before + "、贵州贵阳" + after, ["贵州贵阳"]).Count > 0);
}
