using System.Text.RegularExpressions;
using CsCheck;
using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Text;

public partial class PinyinTests
{
    [Theory]
    [InlineData("贵阳", "gui yang")]
    [InlineData("5G发展", "5G fa zhan")]
    [InlineData("绿色女性，略", "lv se nv xing lve")]
    [InlineData("銀行行長在長沙調查", "yin hang hang zhang zai chang sha diao cha")]
    [InlineData("重庆银行", "chong qing yin hang")]
    [InlineData("重要调整", "zhong yao tiao zheng")]
    [InlineData("乐山音乐", "le shan yin yue")]
    [InlineData("厦门大厦", "xia men da sha")]
    [InlineData("首都与成都都市圈", "shou du yu cheng du du shi quan")]
    [InlineData("参加人参会计", "can jia ren shen kuai ji")]
    [InlineData("率团提高效率", "shuai tuan ti gao xiao lv")]
    [InlineData("西藏的宝藏传记", "xi zang de bao zang zhuan ji")]
    [InlineData("六安台州洪洞蚌埠番禺东莞", "lu an tai zhou hong tong beng bu pan yu dong guan")]
    [InlineData("曾经还原地方数字", "ceng jing huan yuan di fang shu zi")]
    [InlineData("乾隆吃餅乾", "qian long chi bing gan")]
    [InlineData("著作睡着", "zhu zuo shui zhao")]
    [InlineData("项目的进展", "xiang mu de jin zhan")]
    [InlineData("目的地", "mu di di")]
    [InlineData("市长期待", "shi zhang qi dai")]
    [InlineData("提出了解决方案", "ti chu le jie jue fang an")]
    [InlineData("了解情况", "liao jie qing kuang")]
    [InlineData("社会计划", "she hui ji hua")]
    [InlineData("网上调查", "wang shang diao cha")]
    [InlineData("学生还小", "xue sheng hai xiao")]
    [InlineData("英勇的士兵", "ying yong de shi bing")]
    [InlineData("海报丨防暑", "hai bao fang shu")]
    [InlineData("", "")]
    public void S17_words_are_read_as_people_read_them(string text, string expected) => Assert.Equal(expected, Pinyin.Of(text));

    [Theory]
    [InlineData("AI", "ai")]
    [InlineData("贵阳", "gui-yang")]
    [InlineData("《高温来了!》——今夏第3次", "gao-wen-lai-le-jin-xia-di-3-ci")]
    [InlineData("Café Straße, don't", "cafe-strasse-dont")]
    [InlineData("ＡＩ＋医疗", "ai-yi-liao")]
    [InlineData("カタカナ", "")]
    [InlineData("！？", "")]
    public void A_slug_is_spelt_in_plain_letters(string text, string expected) => Assert.Equal(expected, Pinyin.Slug(text));

    [Fact]
    public void A_slug_is_never_cut_inside_a_syllable()
    {
        Assert.Equal("zhong-guo", Pinyin.Slug("中国创新", 14));
        Assert.Equal("zhong-guo-chuang", Pinyin.Slug("中国创新", 16));
    }

    [Fact]
    public void A_first_word_longer_than_the_slug_is_cut() => Assert.Equal(new string('a', 60), Pinyin.Slug(new string('A', 90)));

    [Theory]
    [InlineData("贵阳", "gy")]
    [InlineData("5G发展", "5gfz")]
    [InlineData("重庆 WTO", "cqwto")]
    public void Initials_are_what_people_type(string text, string expected) => Assert.Equal(expected, Pinyin.Initials(text));

    [Fact]
    public void S17_every_slug_is_fit_for_an_address() => Texts.Any.Sample(text =>
    {
        var slug = Pinyin.Slug(text);
        Assert.Matches(Slug(), slug);
        Assert.InRange(slug.Length, 0, 60);
    });

    [Fact]
    public void Nearly_every_Han_character_of_the_basic_block_has_a_reading()
    {
        var silent = Enumerable.Range(0x4E00, 0x9FA5 - 0x4E00 + 1).Count(c => Pinyin.Of(((char)c).ToString()).Length == 0);
        Assert.InRange(silent, 0, 100);
    }

    [Fact]
    public void Every_word_of_the_table_has_as_many_syllables_as_characters_and_is_simplified()
    {
        Assert.True(PinyinTable.Instance.Words.Count > 900);
        foreach (var (word, syllables) in PinyinTable.Instance.Words)
        {
            Assert.Equal(word.Length, syllables.Length);
            Assert.All(syllables, s => Assert.Matches("^[a-z]{1,6}$", s));
            Assert.Equal(word, Folding.ToSimplified(word));
        }
    }

    [GeneratedRegex("^([a-z0-9]+(-[a-z0-9]+)*)?$")]
    private static partial Regex Slug();
}
