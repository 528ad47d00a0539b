using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;

namespace NewsPortal.Tests.Markup;

public sealed class BodyRendererTests
{
    [Theory]
    [InlineData("<p onclick=x style='a:b' class=c id=d>文字</p>", "<p>文字</p>")]
    [InlineData("<script>alert(1)</script><p>文字</p><style>a</style>", "<p>文字</p>")]
    [InlineData("<div>一<div>二</div>三</div>", "<p>一</p><p>二</p><p>三</p>")]
    [InlineData("<h1>一</h1><h5>二</h5>", "<h2>一</h2><h4>二</h4>")]
    [InlineData("<b>粗<i>斜</i></b>字", "<p><strong>粗<em>斜</em></strong>字</p>")]
    [InlineData("<b><p>一</p><p>二</p></b>", "<p><strong>一</strong></p><p><strong>二</strong></p>")]
    [InlineData("<p>第一段<br><br>　　第二段</p>", "<p>第一段</p><p>第二段</p>")]
    [InlineData("<p>一行<br>又一行</p>", "<p>一行<br>又一行</p>")]
    [InlineData("<p>中文\n  换行 and\n  English</p>", "<p>中文换行 and English</p>")]
    [InlineData("<form><input name=parentNode><button>x</button><p>文字</p></form>", "<p>文字</p>")]
    [InlineData("<p hidden>秘密</p><p style='DISPLAY : none'>秘密</p><p>公开</p>", "<p>公开</p>")]
    [InlineData("<iframe src='https://v.example/1' title='现场视频'></iframe>", "<p><a href=\"https://v.example/1\" rel=\"nofollow noopener ugc\">现场视频</a></p>")]
    [InlineData("<svg><style><g onload=alert(1)>字</g></style></svg><p>文字</p>", "<p>文字</p>")]
    [InlineData("<ul><li>一</li><ul><li>二</li></ul></ul>", "<ul><li>一</li><li><ul><li>二</li></ul></li></ul>")]
    [InlineData("<ol start=3><li><p>一</p></li></ol>", "<ol start=\"3\"><li>一</li></ol>")]
    [InlineData("<hr><p>一</p><hr><hr><p>二</p><hr>", "<p>一</p><hr><p>二</p>")]
    [InlineData("<pre><code class=c>a\n  b &lt;</code></pre>", "<pre><code>a\n  b &lt;</code></pre>")]
    [InlineData("<p>&nbsp;&nbsp;渡口的&nbsp;&nbsp;clock&nbsp;响了&nbsp;</p>", "<p>渡口的 clock 响了</p>")]
    [InlineData("<p>渡&#x200B;口</p>", "<p>渡口</p>")]
    [InlineData("<h3>一</h3><blockquote><h4>二</h4></blockquote>", "<h2>一</h2><blockquote><h3>二</h3></blockquote>")]
    [InlineData("<h2>一</h2><h4>二</h4>", "<h2>一</h2><h4>二</h4>")]
    [InlineData("<ruby>汉<rt>hàn</rt></ruby><rt>外</rt>", "<p><ruby>汉<rt>hàn</rt></ruby>外</p>")]
    public void Markup_is_written_anew_from_what_is_allowed(string html, string expected) =>
        Assert.Equal(expected, BodyRenderer.FromHtml(html).Html.Value);

    [Theory]
    [InlineData("<ruby>渡船<rt>ferry</rt></ruby>来了", "渡船（ferry）来了")]
    [InlineData("<ruby>渡<rt>dù</rt>船<rt>chuán</rt></ruby>", "渡（dù）船（chuán）")]
    [InlineData("<ruby>渡船<rp>(</rp><rt>ferry</rt><rp>)</rp></ruby>来了", "渡船(ferry)来了")]
    public void Ruby_follows_its_word_in_brackets_where_only_text_is_shown(string html, string text) =>
        Assert.Equal(text, BodyRenderer.FromHtml(html).Text);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JaVa\tScRiPt:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("java%73cript:x")]
    [InlineData("http:example.com")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("#top")]
    [InlineData("picture:0")]
    public void A_link_that_may_not_be_followed_leaves_its_text(string address) =>
        Assert.Equal("<p>字</p>", BodyRenderer.FromHtml($"<a href=\"{address}\">字</a>").Html.Value);

    [Theory]
    [InlineData("/2023/07/07/x", "<a href=\"/2023/07/07/x\">")]
    [InlineData("mailto:a@b.example", "<a href=\"mailto:a@b.example\">")]
    [InlineData("//evil.example/a", "<a href=\"https://evil.example/a\" rel=\"nofollow noopener ugc\">")]
    [InlineData("/\\evil.example", "<a href=\"https://evil.example\" rel=\"nofollow noopener ugc\">")]
    [InlineData("HTTPS://a.example/x y", "<a href=\"https://a.example/x%20y\" rel=\"nofollow noopener ugc\">")]
    public void A_link_that_leaves_the_site_is_marked(string address, string expected) =>
        Assert.StartsWith("<p>" + expected, BodyRenderer.FromHtml($"<a href=\"{address}\">字</a>").Html.Value, StringComparison.Ordinal);

    [Fact]
    public void Relative_links_are_resolved_against_the_page_they_came_from() =>
        Assert.Contains("href=\"https://news.example/a/c.html\"", BodyRenderer.FromHtml("<a href='c.html'>字</a>", new RenderingOptions(new Uri("https://news.example/a/b.html"))).Html.Value, StringComparison.Ordinal);

    [Fact]
    public void A_picture_inside_a_paragraph_becomes_a_figure_beside_it()
    {
        var body = BodyRenderer.FromHtml("<p>前<img src=a.jpg alt='图\"一'>后。</p><figure><img data-src=https://x.example/b.jpg src=data:,><figcaption>说明</figcaption></figure>");

        Assert.Equal("<p>前后。</p><figure><img src=\"picture:0\" alt=\"图&quot;一\"></figure><figure><img src=\"picture:1\" alt=\"\"><figcaption>说明</figcaption></figure>", body.Html.Value);
        Assert.Equal(["a.jpg", "https://x.example/b.jpg"], body.Pictures.Select(picture => picture.Src));
        Assert.Equal(["说明"], body.Captions);
        Assert.Equal("前后。\n说明", body.Text);
    }

    [Theory]
    [InlineData("<img src='https://t.example/p.gif' width=1 height=1>")]
    [InlineData("<img src='data:image/png;base64,AAAA'>")]
    [InlineData("<img src='javascript:x'>")]
    [InlineData("<img alt=x>")]
    public void A_picture_that_shows_nothing_is_left_out(string html) => Assert.Empty(BodyRenderer.FromHtml(html).Pictures);

    [Fact]
    public void A_table_of_data_stays_and_one_that_arranges_a_page_is_taken_apart()
    {
        var data = BodyRenderer.FromHtml("<table><thead><tr><th>地区<th>增长</thead><tr><td rowspan=999>湖南<td>5%</table>");
        Assert.Equal("<table><thead><tr><th>地区</th><th>增长</th></tr></thead><tbody><tr><td rowspan=\"50\">湖南</td><td>5%</td></tr></tbody></table>", data.Html.Value);
        Assert.Equal("地区\t增长\n湖南\t5%", data.Text);

        Assert.Equal("<p>一</p><p>二</p>", BodyRenderer.FromHtml("<table><tr><td><p>一</p><p>二</p></table>").Html.Value);
        Assert.DoesNotContain("<td>外", BodyRenderer.FromHtml("<table><tr><td>外<td><table><tr><td>a<td>b</table></table>").Html.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_gives_a_line_to_every_block()
    {
        var body = BodyRenderer.FromHtml("<h2>标题</h2><p>一<br>二</p><ul><li>甲<li>乙</ul><blockquote><p>引</p></blockquote><dl><dt>词<dd>义</dl><pre>a\n\nb</pre>");

        Assert.Equal("标题\n一\n二\n甲\n乙\n引\n词\n义\na\nb", body.Text);
        Assert.Equal(["标题"], body.Headings);
    }

    [Fact]
    public void Blocks_of_text_show_every_character_and_obey_none()
    {
        var body = BodyRenderer.FromBlocks([
            new Block(BlockKind.Paragraph, "<script>alert(1)</script> & \"引\""),
            new Block(BlockKind.ListItem, "甲"),
            new Block(BlockKind.ListItem, "乙"),
            new Block(BlockKind.Heading, "新闻多一点"),
            new Block(BlockKind.Figure, "会议现场。"),
            new Block(BlockKind.Quote, "引文"),
        ]);

        Assert.Equal(
            "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;引&quot;</p><ul><li>甲</li><li>乙</li></ul><h2>新闻多一点</h2>"
            + "<figure><img src=\"picture:0\" alt=\"\"><figcaption>会议现场。</figcaption></figure><blockquote><p>引文</p></blockquote>",
            body.Html.Value);
        Assert.Equal(new ExtractedPicture(null, null, "会议现场。", null), body.Pictures.Single());
    }

    [Fact]
    public void Markdown_keeps_what_readers_need_and_nothing_that_runs()
    {
        var body = BodyRenderer.FromMarkdown(
            "**重点，**要说。\n换行\n\n![图](a.png \"说明\")\n\n|a|b|\n|-|-|\n|1|2|\n\n- [x] 完成\n\n注[^1]\n\n[^1]: 脚注\n\n<b onclick=x>粗</b> [a](javascript:x){onclick=y}");

        Assert.StartsWith("<p><strong>重点，</strong>要说。换行</p><figure><img src=\"picture:0\" alt=\"图\"><figcaption>说明</figcaption></figure>", body.Html.Value, StringComparison.Ordinal);
        Assert.Contains("<li>☑ 完成</li>", body.Html.Value, StringComparison.Ordinal);
        Assert.Contains("注<sup>1</sup>", body.Html.Value, StringComparison.Ordinal);
        Assert.EndsWith("<hr><ol><li>脚注</li></ol>", body.Html.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("<a", body.Html.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("<b", body.Html.Value, StringComparison.Ordinal);
    }
}
