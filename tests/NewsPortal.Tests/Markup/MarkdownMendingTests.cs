using CsCheck;
using NewsPortal.Core.Markup;

namespace NewsPortal.Tests.Markup;

public sealed class MarkdownMendingTests
{
    [Theory]
    [InlineData("##渡口##", "<h2>渡口</h2>")]
    [InlineData("文\n###2. 船期 ###", "<p>文</p><h2>2. 船期</h2>")]
    [InlineData("## 渡口##", "<h2>渡口</h2>")]
    [InlineData("#渡口# 今天开船", "<p>#渡口# 今天开船</p>")]
    [InlineData("## C#", "<h2>C#</h2>")]
    public void A_heading_without_its_space_is_a_heading(string markdown, string html) => Shows(markdown, html);

    [Theory]
    [InlineData("**渡口 **今天开船", "<p><strong>渡口</strong> 今天开船</p>")]
    [InlineData("今天** 开船**了", "<p>今天 <strong>开船</strong>了</p>")]
    [InlineData("**船期：**每天两班", "<p><strong>船期：</strong>每天两班</p>")]
    [InlineData("他说**“开船。”**船就开了", "<p>他说<strong>“开船。”</strong>船就开了</p>")]
    [InlineData("- **甲 **一\n- **乙 **二", "<ul><li><strong>甲</strong> 一</li><li><strong>乙</strong> 二</li></ul>")]
    [InlineData("出了\u200B**错\u200B**，停航", "<p>出了<strong>错</strong>，停航</p>")]
    [InlineData("**上半****下半**", "<p><strong>上半下半</strong></p>")]
    [InlineData("*图 1：渡口 *", "<p><em>图 1：渡口</em></p>")]
    [InlineData("船就开了。**", "<p>船就开了。</p>")]
    [InlineData("### 渡口**", "<h2>渡口</h2>")]
    [InlineData("**本周船期如下：", "<p><strong>本周船期如下：</strong></p>")]
    public void Emphasis_around_a_space_is_emphasis(string markdown, string html) => Shows(markdown, html);

    [Theory]
    [InlineData("2 ** 3 ** 2 等于 512", "<p>2 ** 3 ** 2 等于 512</p>")]
    [InlineData("**kwargs 收下其余的参数", "<p>**kwargs 收下其余的参数</p>")]
    [InlineData("**电话138****5678**", "<p><strong>电话138****5678</strong></p>")]
    [InlineData("`a ** b` 与 `c ** d`", "<p><code>a ** b</code> 与 <code>c ** d</code></p>")]
    [InlineData("**一行\n又一行**", "<p><strong>一行又一行</strong></p>")]
    [InlineData("```\n##码##\n**码 **\n```", "<pre><code>##码##\n**码 **</code></pre>")]
    [InlineData("文\n\n    ##码##\n", "<p>文</p><pre><code>##码##</code></pre>")]
    [InlineData("- ```\n  ##码\n  ```", "<ul><li><pre><code>##码</code></pre></li></ul>")]
    public void What_is_right_stays(string markdown, string html) => Shows(markdown, html);

    [Fact]
    public void A_longer_fence_that_nothing_closes_ends_at_the_next_shorter_one() =>
        Shows("````\n码\n```\n\n文", "<pre><code>码</code></pre><p>文</p>");

    [Fact]
    public void A_longer_fence_may_hold_shorter_ones() =>
        Shows("````\n```\n码\n```\n````\n文", "<pre><code>```\n码\n```</code></pre><p>文</p>");

    [Theory]
    [InlineData("<center>![渡口](a.png)</center>")]
    [InlineData("<center>\n![渡口](a.png)\n</center>")]
    public void A_centred_picture_is_a_picture(string markdown) =>
        Shows(markdown, "<figure><img src=\"picture:0\" alt=\"渡口\"></figure>");

    [Fact]
    public void An_address_ends_at_its_first_space()
    {
        var picture = Assert.Single(BodyRenderer.FromMarkdown("![渡口](https://a.example/b.png w=300 \"江边\")").Pictures);
        Assert.Equal(("https://a.example/b.png", "江边"), (picture.Src, picture.Caption));
    }

    [Fact]
    public void A_reference_may_have_a_space_where_its_label_is_known()
    {
        Assert.Contains("/t\" rel=\"nofollow noopener ugc\">船期</a>，", BodyRenderer.FromMarkdown("见[船期] [1]，明天\n\n[1]: https://a.example/t").Html.Value, StringComparison.Ordinal);
        Shows("见[船期] [1]，明天", "<p>见[船期] [1]，明天</p>");
    }

    [Fact]
    public void Every_line_stays_on_its_line() => Gen.OneOf(
            Gen.Const("**"), Gen.Const("*"), Gen.Const("渡口"), Gen.Const(" "), Gen.Const("\n"), Gen.Const("\n\n"), Gen.Const("###"), Gen.Const("```"), Gen.Const("````\n"), Gen.Const("`"),
            Gen.Const("<center>"), Gen.Const("[a] [1]"), Gen.Const("[1]: x\n"), Gen.Const("![a](https://b.example c)"), Gen.Const("- "), Gen.Const("\\"), Gen.Const("\u200B"), Gen.Const("<pre>"))
        .Array[0, 30].Select(string.Concat).Sample(text =>
        {
            var once = MarkdownMending.Mend(text);
            Assert.Equal(text.Split('\n').Length, once.Split('\n').Length);
        });

    private static void Shows(string markdown, string html) => Assert.Equal(html, BodyRenderer.FromMarkdown(markdown).Html.Value);
}
