using System.Text;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing.Moves;

/// <summary>What WordPress would have shown of a post's content is what readers see here.</summary>
public sealed class WordPressContentTests
{
    [Theory]
    [InlineData("第一段。\n\n第二段，\n还是第二段。", "<p>第一段。</p><p>第二段，<br>还是第二段。</p>")]
    [InlineData("第一段。\r\n \r\n第二段。", "<p>第一段。</p><p>第二段。</p>")]
    [InlineData("前。\n<h2>题</h2>\n后。\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n末。", "<p>前。</p><h2>题</h2><p>后。</p><ul><li>一</li><li>二</li></ul><p>末。</p>")]
    [InlineData("<blockquote>引一。\n\n引二。</blockquote>", "<blockquote><p>引一。</p><p>引二。</p></blockquote>")]
    [InlineData("<p>写全的一段\n在两行</p>\n\n没写的一段", "<p>写全的一段<br>在两行</p><p>没写的一段</p>")]
    [InlineData("<strong>粗。\n\n还粗。</strong>", "<p><strong>粗。</strong></p><p><strong>还粗。</strong></p>")]
    [InlineData("前。<!--more-->后。\n\n<!--nextpage-->\n\n末。", "<p>前。后。</p><p>末。</p>")]
    [InlineData("<!-- wp:paragraph {\"align\":\"left\"} -->\n<p>块里的\n一段</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:quote -->\n<blockquote><!-- wp:paragraph --><p>引</p><!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->", "<p>块里的一段</p><blockquote><p>引</p></blockquote>")]
    [InlineData("旧的一段。\n\n旧的二段。\n<!-- wp:paragraph -->\n<p>新的一段。</p>\n<!-- /wp:paragraph -->", "<p>旧的一段。</p><p>旧的二段。</p><p>新的一段。</p>")]
    [InlineData("他说[原话如此]，又说 [sic] 和 a[1]。", "<p>他说[原话如此]，又说 [sic] 和 a[1]。</p>")]
    [InlineData("前[gallery ids=\"1,2\"]后[toc]末", "<p>前后末</p>")]
    [InlineData("[su_box title=\"a]b\"]里面的字[/su_box]", "<p>里面的字</p>")]
    [InlineData("写作 [[gallery]] 即可", "<p>写作 [gallery] 即可</p>")]
    [InlineData("<pre>[gallery]\n\n  x[a=\"1\"]</pre>", "<pre><code>[gallery]\n\n  x[a=&quot;1&quot;]</code></pre>")]
    [InlineData("看这里：\n\nhttps://video.example/watch?v=1\n\n完。", "<p>看这里：</p><p><a href=\"https://video.example/watch?v=1\">https://video.example/watch?v=1</a></p><p>完。</p>")]
    [InlineData("[embed]https://video.example/1[/embed]", "<p><a href=\"https://video.example/1\">https://video.example/1</a></p>")]
    [InlineData("<p onclick=x>字<script>alert(1)</script><a href=\"javascript:x\">链</a></p>", "<p>字链</p>")]
    public void Content_becomes_what_readers_saw(string content, string expected) =>
        Assert.Equal(expected, Article(content).Body.Value.Replace("\n</p>", "</p>", StringComparison.Ordinal).Replace(" rel=\"nofollow noopener ugc\"", string.Empty, StringComparison.Ordinal));

    [Theory]
    [InlineData("[caption id=\"a\" align=\"alignnone\" width=\"300\"]<a href=\"x\"><img src=\"https://old.example/wp-content/uploads/a.jpg\" alt=\"河\"></a> 河边的<em>步道</em>[/caption]")]
    [InlineData("[wp_caption caption=\"河边的步道\"]<img src=\"https://old.example/wp-content/uploads/a.jpg\" alt=\"河\">[/wp_caption]")]
    [InlineData("<!-- wp:image {\"id\":4} -->\n<figure class=\"wp-block-image\"><img src=\"https://old.example/wp-content/uploads/a.jpg\" alt=\"河\"/><figcaption>河边的步道</figcaption></figure>\n<!-- /wp:image -->")]
    public void A_picture_keeps_its_caption(string content)
    {
        var article = Article("前。\n\n" + content + "\n\n后。");

        Assert.Equal(new ExtractedPicture("/wp-content/uploads/a.jpg", "河", "河边的步道", null), Assert.Single(article.Pictures));
        Assert.Equal("前。\n河边的步道\n后。", article.Text);
    }

    [Fact]
    public void What_was_left_out_is_named_at_the_line_of_the_post()
    {
        var extraction = Extract(new AWordPressExport().Post("一", "字[contact-form-7 id=\"1\"]<!-- wp:latest-posts /-->[su_box]里[/su_box]").ToString());

        Assert.Equal(
            ["the block \"latest-posts\" has no text of its own, left out", "the shortcode [contact-form-7] was left out", "the shortcode [su_box] was left out; the text inside it is kept"],
            extraction.Article!.Warnings.Select(warning => warning.Message));
        Assert.All(extraction.Article.Warnings, warning => Assert.Equal(11, warning.Line));
    }

    [Fact]
    public void The_account_covers_every_character_of_a_post()
    {
        var extraction = Extract(new AWordPressExport().Writer("wang", "王").Post("题 😀", "第一段 😀。\n\n第二段 ]]]]><![CDATA[> &amp; 完。", extra: "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment><category domain=\"post_tag\" nicename=\"a\">标</category>").ToString());

        Assert.Equal("wxr", extraction.Format);
        var at = 0;
        foreach (var entry in extraction.Article!.Ledger)
        {
            Assert.Equal((at, true), (entry.Start, entry.Length > 0));
            at += entry.Length;
        }

        Assert.Equal(extraction.Decoded!.EnumerateRunes().Count(), at);
        string Of(string reason) => string.Concat(extraction.Article.Ledger.Where(e => e.Reason == reason || e.As == reason).Select(e => string.Concat(extraction.Decoded!.EnumerateRunes().Skip(e.Start).Take(e.Length))));
        Assert.StartsWith("<content:encoded>", Of("body"), StringComparison.Ordinal);
        Assert.StartsWith("<title>题 😀</title>", Of("headline"), StringComparison.Ordinal);
        Assert.Contains("标", Of("tags"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[caption]")]
    [InlineData("[a b=")]
    [InlineData("[[a")]
    [InlineData("<<<<")]
    [InlineData("<!-- wp:a -->")]
    [InlineData("<!--")]
    [InlineData("\n \n")]
    [InlineData("<p>\n")]
    [InlineData("[/caption][caption]x")]
    [InlineData("https://")]
    public void Content_that_repeats_itself_without_end_takes_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = Extract(new AWordPressExport().Post("一", "字" + text).ToString());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 8);
    }

    private static ExtractedArticle Article(string content)
    {
        var extraction = Extract(new AWordPressExport().Post("一篇", content).ToString());
        Assert.True(extraction.Article is not null, extraction.Error);
        return extraction.Article;
    }

    private static Extraction Extract(string export)
    {
        using var folder = new TemporaryFolder();
        folder.Write("e.xml", Encoding.UTF8.GetBytes(export));
        return ArticleExtractor.Extract(Assert.Single(InputReader.Read([folder.Path]).ToList()).File!, Extracted.Options);
    }
}
