using NewsPortal.Core.Publishing;
using NewsPortal.Core.Text.Differences;

namespace NewsPortal.Tests.Publishing;

/// <summary>Full-width marks for Chinese prose, as an editor's button gives them back.</summary>
public sealed partial class PunctuationRepairTests
{
    [Theory]
    [InlineData("<p>大桥合龙了,两岸欢呼!</p>", "<p>大桥合龙了，两岸欢呼！</p>")]
    [InlineData("<p>票价3.5元,10:30开船,共1,000张。</p>", "<p>票价3.5元，10:30开船，共1,000张。</p>")]
    [InlineData("<p>他说: <strong>好的</strong>,走吧</p>", "<p>他说： <strong>好的</strong>，走吧</p>")]
    [InlineData("<p>He said: yes, it works!</p>", "<p>He said: yes, it works!</p>")]
    [InlineData("<p>见<a href=\"/a,b?c=1,2\">大桥,合龙</a>,完</p>", "<p>见<a href=\"/a,b?c=1,2\">大桥,合龙</a>，完</p>")]
    [InlineData("<p>命令<code>桥,河</code>,回车</p>", "<p>命令<code>桥,河</code>，回车</p>")]
    [InlineData("<pre><code>桥,河</code></pre>", "<pre><code>桥,河</code></pre>")]
    [InlineData("<figure><img src=\"/media/a,b.jpg\" alt=\"桥,河\"><figcaption>桥,河</figcaption></figure>", "<figure><img src=\"/media/a,b.jpg\" alt=\"桥,河\"><figcaption>桥，河</figcaption></figure>")]
    [InlineData("<table><tbody><tr><td>桥,河</td><td>3.5</td></tr></tbody></table>", "<table><tbody><tr><td>桥，河</td><td>3.5</td></tr></tbody></table>")]
    public void Only_Chinese_prose_gets_them(string html, string expected)
    {
        var repair = PunctuationRepair.Of(html, BodyFormat.Html);
        Assert.Equal(EditableHtml.Of(expected, BodyFormat.Html), repair.Html);
        Assert.Equal(html == expected, repair.Blocks.Count == 0);

        // A second time nothing is left to change, and what was shown is what was done.
        Assert.Empty(PunctuationRepair.Of(repair.Html, BodyFormat.Html).Blocks);
        foreach (var runs in repair.Blocks)
        {
            Assert.Equal(runs.Where(r => r.Kind == DiffKind.Deleted).Sum(r => r.Text.Length), runs.Where(r => r.Kind == DiffKind.Inserted).Sum(r => r.Text.Length));
        }
    }

    [Fact]
    public void Whatever_the_text_only_marks_change_and_never_in_an_address_or_code()
    {
        var random = new Random(20261130);
        string[] pieces = ["桥", "河", ",", "!", ":", "(", ")", "3", ".5", " ", "abc", "<a href=\"/x,y\">桥,河</a>", "<strong>好,</strong>", "<code>a,桥,</code>", "<br>", "</p><p>", "“", "”", "https://a.cn/b,c?d=1;"];
        for (var round = 0; round < 500; round++)
        {
            var html = EditableHtml.Of("<p>" + string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)])) + "</p>", BodyFormat.Html);
            var repaired = PunctuationRepair.Of(html, BodyFormat.Html).Html;
            Assert.Equal(html.Length, repaired.Length);
            for (var i = 0; i < html.Length; i++)
            {
                Assert.True(html[i] == repaired[i] || (",!:();?".Contains(html[i], StringComparison.Ordinal) && "，！：（）；？".Contains(repaired[i], StringComparison.Ordinal)), html);
            }

            Assert.Equal(Fixed(html), Fixed(repaired));
            Assert.Empty(PunctuationRepair.Of(repaired, BodyFormat.Html).Blocks);
        }
    }

    private static string Fixed(string html) => string.Join('|', LinksAndCode().Matches(html).Select(m => m.Value));

    [System.Text.RegularExpressions.GeneratedRegex("<a [^>]*>.*?</a>|<code>.*?</code>")]
    private static partial System.Text.RegularExpressions.Regex LinksAndCode();
}
