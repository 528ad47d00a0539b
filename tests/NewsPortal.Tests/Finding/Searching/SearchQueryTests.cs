using CsCheck;
using NewsPortal.Core.Finding.Searching;

namespace NewsPortal.Tests.Finding.Searching;

public sealed class SearchQueryTests
{
    [Fact]
    public void Blanks_part_terms_and_quotation_marks_keep_them_together()
    {
        var query = SearchQuery.Parse("新 桥　\"开 通\" “十佳” 「步道」");
        Assert.Equal(["新", "桥", "开 通", "十佳", "步道"], query.Terms);
        Assert.Equal([false, false, true, true, true], query.Wanted.Select(c => c.Quoted));
    }

    [Fact]
    public void Quotation_marks_inside_a_term_are_punctuation()
    {
        var query = SearchQuery.Parse("评为“十佳”的");
        Assert.Equal(["评为“十佳”的"], query.Terms);
        Assert.False(query.Wanted[0].Quoted);
    }

    [Fact]
    public void A_leading_minus_excludes_and_one_within_a_word_does_not()
    {
        var query = SearchQuery.Parse("大桥 -收费 covid-19 -\"一 期\" －晚报");
        Assert.Equal(["大桥", "covid-19"], query.Terms);
        Assert.Equal(["收费", "一 期", "晚报"], query.Excluded.Select(c => c.Typed));
    }

    [Fact]
    public void A_query_that_only_excludes_looks_for_its_words() => Assert.Equal(["大桥"], SearchQuery.Parse("-大桥").Terms);

    [Theory]
    [InlineData("桥", new string[0], new[] { "桥" })]
    [InlineData("大桥", new[] { "大桥" }, new string[0])]
    [InlineData("新大桥", new[] { "新大", "大桥" }, new string[0])]
    [InlineData("阳，今天", new[] { "今天" }, new[] { "阳" })]
    [InlineData("用5G", new[] { "5g" }, new[] { "用" })]
    [InlineData("臺灣", new[] { "台湾" }, new string[0])]
    [InlineData("ＡＩ", new[] { "ai" }, new string[0])]
    public void A_term_asks_for_pairs_and_for_characters_that_stand_alone(string term, string[] phrase, string[] characters)
    {
        var clause = Assert.Single(SearchQuery.Parse(term).Wanted);
        Assert.Equal(phrase, clause.Phrases.SelectMany(p => p));
        Assert.Equal(characters, clause.Characters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  　 ")]
    [InlineData("\"\"")]
    [InlineData("- — …")]
    [InlineData("😀")]
    public void What_holds_no_letter_is_empty(string text) => Assert.True(SearchQuery.Parse(text).IsEmpty);

    [Fact]
    public void Every_text_is_a_query_of_bounded_length() => Gen.String.Sample(text =>
    {
        var query = SearchQuery.Parse(text + " \"" + text + "\" -" + text);
        return query.Wanted.Count + query.Excluded.Count <= 16 && query.Wanted.Concat(query.Excluded).SelectMany(c => c.Phrases).Sum(p => p.Count) <= 64;
    });

    [Theory]
    [InlineData("guiyang", "gui yang")]
    [InlineData("gui yang", "gui yang")]
    [InlineData("GuiYang", "gui yang")]
    [InlineData("xian", "xian,xi an")]
    public void Letters_are_read_as_syllables(string letters, string spellings) =>
        Assert.Equal(spellings.Split(','), PinyinQuery.Of(SearchQuery.Parse(letters))!.Spellings);

    [Theory]
    [InlineData("linux")]
    [InlineData("2023")]
    [InlineData("贵阳")]
    [InlineData("\"guiyang\"")]
    public void What_is_no_pinyin_is_not_read_as_it(string text) => Assert.Null(PinyinQuery.Of(SearchQuery.Parse(text)));

    [Fact]
    public void Letters_that_can_be_read_in_very_many_ways_cost_little()
    {
        var pinyin = PinyinQuery.Of(SearchQuery.Parse(string.Concat(Enumerable.Repeat("xian", 15))));
        Assert.InRange(pinyin!.Spellings.Count, 1, 8);
    }

    [Theory]
    [InlineData("贵阳为什么缺水？", "贵阳\n缺水?")]
    [InlineData("谁是第一任馆长", "\n第一任馆长")]
    [InlineData("几何学的几个定理", "几何学的\n定理")]
    public void Question_words_are_left_out(string typed, string left) => Assert.Equal(left, QuestionWords.Without(typed));
}
