using CsCheck;
using NewsPortal.Core.Text;

namespace NewsPortal.Tests.Text;

public class FoldingTests
{
    [Theory]
    [InlineData("臺灣", "台湾")]
    [InlineData("網路", "网路")]
    [InlineData("發展", "发展")]
    [InlineData("頭髮", "头发")]
    [InlineData("後來", "后来")]
    [InlineData("裏面", "里面")]
    [InlineData("裡面", "里面")]
    [InlineData("檯燈", "台灯")]
    [InlineData("颱風", "台风")]
    [InlineData("看著", "看着")]
    [InlineData("著作", "著作")]
    [InlineData("乾燥", "干燥")]
    [InlineData("乾隆", "乾隆")]
    [InlineData("瞭解", "了解")]
    [InlineData("答覆", "答复")]
    [InlineData("憑藉", "凭借")]
    [InlineData("為甚麼", "为甚么")]
    [InlineData("羣眾", "群众")]
    [InlineData("週末", "周末")]
    [InlineData("公佈", "公布")]
    [InlineData("託運", "托运")]
    [InlineData("衞生", "卫生")]
    [InlineData("錢鍾書", "钱锺书")]
    [InlineData("ＡＩ大模型", "ai大模型")]
    [InlineData("ΟΔΟΣ", "οδος")]
    [InlineData("CAFÉ", "cafe\u0301")]
    [InlineData("工\u200B信部", "工信部")]
    [InlineData("葛\U000E0100城", "葛城")]
    [InlineData("㈱", "(株)")]
    public void Two_spellings_are_one_for_search(string one, string other) =>
        Assert.Equal(Folding.ForSearch(other), Folding.ForSearch(one));

    [Theory]
    [InlineData("干部", "甘肃")]
    [InlineData("里程", "理程")]
    [InlineData("资", "次")]
    public void Different_words_stay_different(string one, string other) =>
        Assert.NotEqual(Folding.ForSearch(other), Folding.ForSearch(one));

    [Theory]
    [InlineData("臺灣網路發展", "台湾网路发展")]
    [InlineData("他著名的著作", "他著名的著作")]
    [InlineData("覆蓋瞭望", "覆盖瞭望")]
    [InlineData("乾隆年間乾燥", "乾隆年间干燥")]
    [InlineData("復興與徵收", "复兴与征收")]
    [InlineData("Ａ, 𠀀 English", "Ａ, 𠀀 English")]
    public void Simplifying_changes_only_what_mainland_print_would(string text, string expected) =>
        Assert.Equal(expected, Folding.ToSimplified(text));

    [Fact]
    public void Headlines_that_differ_in_width_and_punctuation_compare_equal() =>
        Assert.Equal(
            Folding.ForComparison("高温来了!今年第 3 次预警,发布(图)"),
            Folding.ForComparison("高温来了！今年第３次预警，发布（图）"));

    [Fact]
    public void An_unchanged_text_is_the_same_string()
    {
        const string Text = "贵阳今年第一场雪, 5g";
        Assert.Same(Text, Folding.ForSearch(Text));
        Assert.Same(Text, Folding.Compatibility(Text));
        Assert.Same(Text, Folding.ToSimplified(Text));
    }

    [Fact]
    public void Folding_twice_is_folding_once() => Texts.Any.Sample(text =>
        Twice(text, Folding.Compatibility) && Twice(text, Folding.ForSearch)
        && Twice(text, Folding.ToSimplified) && Twice(text, Folding.ForComparison));

    [Fact]
    public void Every_character_folds_to_something_that_folds_to_itself()
    {
        for (var c = 0; c < 0x110000; c++)
        {
            if (c is >= 0xD800 and <= 0xDFFF) continue;
            Assert.True(Twice(char.ConvertFromUtf32(c), Folding.ForSearch), $"U+{c:X4}");
        }
    }

    private static bool Twice(string text, Func<string, string> fold) => fold(fold(text)) == fold(text);
}
