using CsCheck;
using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Text;

public class TextSplitterTests
{
    [Theory]
    [InlineData("工信部", "工信 信部 部")]
    [InlineData("部", "部")]
    [InlineData("5G发展，迎来", "5g 发展 展 迎来 来")]
    [InlineData("GPT-4 発表", "gpt 4 発表 表")]
    [InlineData("増长14.6%", "増长 长 14 6")]
    [InlineData("臺灣網路", "台湾 湾网 网路 路")]
    [InlineData("ＡＩ＋医疗", "ai 医疗 疗")]
    [InlineData("𠮷野家", "𠮷野 野家 家")]
    [InlineData("カタ", "カタ タ")]
    [InlineData("한국", "한국 국")]
    [InlineData("Москва́ сегодня", "москва\u0301 сегодня")]
    [InlineData("海报丨防暑", "海报 报 防暑 暑")]
    [InlineData("《》 —— !", "")]
    [InlineData("", "")]
    public void A_text_is_split_into_pairs_with_a_tail_and_whole_words(string text, string expected)
    {
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextSplitter.Tokens(text));
    }

    [Fact]
    public void A_word_without_end_is_cut_at_64_and_loses_nothing()
    {
        var tokens = TextSplitter.Tokens(new string('x', 150));
        Assert.Equal([64, 64, 22], tokens.Select(t => t.Length));
    }

    [Fact]
    public void Pairs_for_related_news_have_no_lone_characters() =>
        Assert.Equal(["贵阳", "阳市", "ai", "2023", "第一"], TextSplitter.Pairs("贵阳市 AI x 7 年 2023 第一"));

    [Fact]
    public void Every_Han_character_begins_exactly_one_token() => Texts.Any.Sample(text =>
    {
        var folded = Folding.ForSearch(text).EnumerateRunes().Where(HanText.IsHan);
        var begun = TextSplitter.Tokens(text).Select(t => t.EnumerateRunes().First()).Where(HanText.IsHan);
        Assert.Equal(folded, begun);
    });
}
