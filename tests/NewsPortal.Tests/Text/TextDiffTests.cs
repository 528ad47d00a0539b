using System.Diagnostics;
using CsCheck;
using NewsPortal.Core.Text.Differences;

namespace NewsPortal.Tests.Text;

/// <summary>Two texts side by side, as a reader of Chinese wants to see what is other.</summary>
public sealed class TextDiffTests
{
    private static readonly Gen<string> Some = Gen.OneOf(
        Gen.Const("步道"), Gen.Const("今天"), Gen.Const("开放"), Gen.Const("三"), Gen.Const("，"), Gen.Const("。\n"), Gen.Const("word "), Gen.Const("😀"), Gen.Const("e\u0301"), Gen.Const("14.6"), Gen.Const("\n"));

    private static readonly Gen<string> Texts = Some.Array[0, 40].Select(string.Concat);

    [Theory]
    [InlineData("步道全长三公里。", "步道全长四公里。", "步道全长[-三][+四]公里。")]
    [InlineData("今天开放。明天关闭。", "今天开放。后天检修。明天关闭。", "今天开放。[+后天检修。]明天关闭。")]
    [InlineData("今天开放，人很多。", "今天开放，清晨，人很多。", "今天开放，[+清晨，]人很多。")]
    [InlineData("市长王一到场", "市长李四到场", "市长[-王一][+李四]到场")]
    [InlineData("王的新船", "李的旧船", "[-王的新][+李的旧]船")]
    [InlineData("5G cities", "6G towns", "[-5G cities][+6G towns]")]
    [InlineData("total 1000 metres", "total 2000 metres", "total [-1000][+2000] metres")]
    [InlineData("一\n二\n三\n", "一\n三\n四\n", "一\n[-二\n]三\n[+四\n]")]
    [InlineData("", "新", "[+新]")]
    [InlineData("旧", "", "[-旧]")]
    [InlineData("", "", "")]
    [InlineData("同", "同", "同")]
    public void A_change_is_shown_as_a_person_would_mark_it(string old, string now, string expected) =>
        Assert.Equal(expected, string.Concat(TextDiff.Of(old, now).Select(r => r.Kind switch
        {
            DiffKind.Deleted => $"[-{r.Text}]",
            DiffKind.Inserted => $"[+{r.Text}]",
            _ => r.Text,
        })));

    [Fact]
    public void Both_texts_can_be_read_out_of_the_runs() => Gen.Select(Texts, Texts).Sample(
        (old, now) =>
        {
            var runs = TextDiff.Of(old, now);
            return string.Concat(runs.Where(r => r.Kind != DiffKind.Inserted).Select(r => r.Text)) == old
                && string.Concat(runs.Where(r => r.Kind != DiffKind.Deleted).Select(r => r.Text)) == now
                && runs.All(r => r.Text.Length > 0 && !char.IsLowSurrogate(r.Text[0]))
                && runs.Zip(runs.Skip(1)).All(pair => pair.First.Kind != pair.Second.Kind);
        },
        iter: 3000);

    [Fact]
    public void Two_long_texts_that_have_nothing_in_common_cost_no_more_than_a_moment()
    {
        static string Long(int seed) => string.Concat(Enumerable.Range(0, 60_000).Select(i => i % 50 == 49 ? '\n' : (char)(0x4E00 + ((((i + seed) * 7919L) ^ (seed * 31)) % 3000))));
        var watch = Stopwatch.StartNew();
        TextDiff.Of(Long(1), Long(2));
        TextDiff.Of(Long(1).Replace("\n", "", StringComparison.Ordinal), Long(2).Replace("\n", "", StringComparison.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }
}
