using CsCheck;
using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Text;

public class PunctuationWidthTests
{
    [Theory]
    [InlineData("来源:江州晚报", "来源：江州晚报")]
    [InlineData("江州晚报江州5月3日电(全媒体记者 周小禾) 3日,桥通了。", "江州晚报江州5月3日电（全媒体记者 周小禾） 3日，桥通了。")]
    [InlineData("三大平台(简称“6+1”),占比超过30%,", "三大平台（简称“6+1”），占比超过30%，")]
    [InlineData("气温40℃以上!江州发布预警", "气温40℃以上！江州发布预警")]
    [InlineData("补贴2024多少?江州新规", "补贴2024多少？江州新规")]
    [InlineData("(资料图片)", "（资料图片）")]
    [InlineData("真的?!他问", "真的？！他问")]
    [InlineData("增长14.6%,46.1%,5.8%", "增长14.6%，46.1%，5.8%")]
    [InlineData("世界卫生组织(WHO)表示", "世界卫生组织（WHO）表示")]
    [InlineData("某公司(003999),2024年上市", "某公司(003999)，2024年上市")]
    [InlineData("他说“AI”,2024年见", "他说“AI”，2024年见")]
    [InlineData("你会选iPhone?", "你会选iPhone？")]
    [InlineData("先装上Ubuntu:", "先装上Ubuntu：")]
    [InlineData("Q:什么是大模型;A:看下文", "Q：什么是大模型；A：看下文")]
    [InlineData("甲(乙(丙)丁)", "甲（乙（丙）丁）")]
    [InlineData("官网http://example.cn/a?b=1,欢迎访问", "官网http://example.cn/a?b=1，欢迎访问")]
    public void Marks_in_Chinese_become_full_width(string folded, string expected) =>
        Assert.Equal(expected, PunctuationWidth.Restore(folded));

    [Theory]
    [InlineData("某某股份(003999)股价拉升")]
    [InlineData("某某科技(01299.HK)公告")]
    [InlineData("商品报价动态(2024-05-03)")]
    [InlineData("5月3日 10:24分")]
    [InlineData("2024-05-03 17:20:57")]
    [InlineData("开放时间9:30-17:00")]
    [InlineData("共1,000人")]
    [InlineData("占全国1/5")]
    [InlineData("Hello, world! How are you? (fine)")]
    [InlineData("1)第一")]
    [InlineData("函数f(x)")]
    [InlineData("他用Hello, world开头")]
    [InlineData("见https://example.cn:8080/?q=1")]
    [InlineData("已经是全角，不变（好）！")]
    public void Numbers_codes_times_and_Latin_phrases_stay(string text) =>
        Assert.Equal(text, PunctuationWidth.Restore(text));

    [Theory]
    [InlineData("他表示,将继续推进,不松劲。", true)]
    [InlineData("他表示，将继续推进，不松劲。", false)]
    [InlineData("他表示，将继续,推进，不松劲。", false)]
    [InlineData("Hello, world! Nothing Chinese.", false)]
    [InlineData("没有标点", false)]
    public void A_text_is_folded_when_its_Chinese_marks_are_half_width(string text, bool folded) =>
        Assert.Equal(folded, PunctuationWidth.IsFolded(text));

    [Fact]
    public void Restoring_twice_is_restoring_once() => Texts.Any.Sample(text =>
        PunctuationWidth.Restore(PunctuationWidth.Restore(text)) == PunctuationWidth.Restore(text));

    [Fact]
    public void Only_the_seven_marks_change_and_only_in_width() => Texts.Any.Sample(text =>
    {
        var restored = PunctuationWidth.Restore(text);
        Assert.Equal(text.Length, restored.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (restored[i] == text[i]) continue;
            Assert.Contains(text[i], ",!?:;()");
            Assert.Equal(text[i] + 0xFEE0, restored[i]);
        }
    });

    [Fact]
    public void A_line_of_a_million_marks_takes_no_longer_than_it_is() =>
        Assert.Equal(1_000_001, PunctuationWidth.Restore("中" + new string(',', 500_000) + new string('(', 500_000)).Length);
}
