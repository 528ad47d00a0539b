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
        Assert.Equal(expected, TextSplitter.Joined(text));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextSplitter.Tokens(text));
    }

    [Fact]
    public void A_word_without_end_is_cut_at_64_and_loses_nothing()
    {
        var tokens = TextSplitter.Tokens(new string('x', 150));
        Assert.Equal([64, 64, 22], tokens.Select(t => t.Length));
    }

    [Theory]
    [InlineData("工信部", "工信 信部", false)]
    [InlineData("部", "部", true)]
    [InlineData("5G", "5g", false)]
    [InlineData("5G发", "5g 发", true)]
    [InlineData("5G发展", "5g 发展", false)]
    [InlineData("工信部5G", "工信 信部 部 5g", false)]
    [InlineData("，", "", false)]
    public void A_phrase_leaves_out_the_tail_that_a_longer_text_would_not_have(string term, string expected, bool prefix)
    {
        var tokens = TextSplitter.PhraseTokens(term, out var lastIsPrefix);
        Assert.Equal(expected, string.Join(' ', tokens));
        Assert.Equal(prefix, lastIsPrefix);
    }

    [Fact]
    public void Pairs_for_related_news_have_no_lone_characters() =>
        Assert.Equal(["贵阳", "阳市", "ai", "2023", "第一"], TextSplitter.Pairs("贵阳市 AI x 7 年 2023 第一"));

    [Fact]
    public void The_tokens_of_a_phrase_stand_in_a_row_in_every_text_that_contains_it() =>
        Gen.Select(Texts.Any, Texts.Any, Han, (before, after, term) => (before, after, term)).Sample(t =>
        {
            var phrase = TextSplitter.PhraseTokens(t.term, out var lastIsPrefix);
            var tokens = TextSplitter.Tokens(t.before + t.term + t.after);
            return Enumerable.Range(0, tokens.Count - phrase.Count + 1).Any(start => phrase.Select((token, i) =>
                lastIsPrefix && i == phrase.Count - 1
                    ? tokens[start + i].StartsWith(token, StringComparison.Ordinal)
                    : tokens[start + i] == token).All(same => same));
        });

    [Fact]
    public void Every_Han_character_begins_exactly_one_token() => Texts.Any.Sample(text =>
    {
        var folded = Folding.ForSearch(text).EnumerateRunes().Where(HanText.IsHan);
        var begun = TextSplitter.Tokens(text).Select(t => t.EnumerateRunes().First()).Where(HanText.IsHan);
        Assert.Equal(folded, begun);
    });

    [Fact]
    public void Joined_is_the_tokens_with_spaces() => Texts.Any.Sample(text =>
        TextSplitter.Joined(text) == string.Join(' ', TextSplitter.Tokens(text)));

    private static readonly Gen<string> Han = Gen.Char['\u4E30', '\u9FA5'].Array[1, 6].Select(c => new string(c));
}
