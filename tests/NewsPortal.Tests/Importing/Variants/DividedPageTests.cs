using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing.Variants;

/// <summary>One page of a divided article, read alone.</summary>
public sealed class DividedPageTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(1, 2)]
    public void The_pager_tells_which_page_it_is(int page, int count)
    {
        var article = Extracted.From(SavedPage.Of(page, count), ".html", $"saved{page}");
        Assert.Equal((page, count), (article.Page?.Number, article.Page?.Count));
    }

    [Theory]
    [InlineData("<p>第2页 共3页</p>", 2, 3)]
    [InlineData("<p>（2/3页）</p>", 2, 3)]
    [InlineData("<p>Page 2 of 3</p>", 2, 3)]
    [InlineData("<p><a href='?page=1'>1</a> 2 <a href='?page=3'>3</a></p>", 2, 3)]
    [InlineData("<p>1 <a href='/a/480123-2.shtml'>2</a> <a href='/a/480123-3.shtml'>3</a> <a href='/a/480123-2.shtml'>下一页</a></p>", 1, 3)]
    [InlineData("<p><a href='t480123.html'>1</a> <b>2</b> <a href='t480123_2.html'>3</a></p>", 2, 3)]
    public void Pagers_of_many_kinds_are_understood_and_leave_nothing_in_the_text(string pager, int number, int count)
    {
        var article = Extracted.From(SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + pager), ".html", "saved");
        Assert.Equal((number, count), (article.Page?.Number, article.Page?.Count));
        Assert.Equal(4, article.Text.Split('\n').Length);
    }

    [Fact]
    public void The_last_of_two_is_known_by_its_name() => Assert.Equal(2, Extracted.From(SavedPage.Of(2, 2), ".html", "content_480123_2").Page?.Number);

    [Fact]
    public void A_next_page_in_the_head_counts_where_it_is_the_pages_own_address_with_a_number()
    {
        const string own = "<link rel=canonical href=https://wan.example/articles/367061>";
        Assert.Equal(1, Extracted.From(SavedPage.Whole("甲", SavedPage.Prose(1), own + "<link rel=next href=/articles/367061/2>"), ".html").Page?.Number);
        Assert.Null(Extracted.From(SavedPage.Whole("甲", SavedPage.Prose(1), own + "<link rel=next href=/articles/367062><link rel=prev href=/articles/367060>"), ".html").Page);
    }

    [Fact]
    public void Neighbours_that_are_counted_are_no_pages()
    {
        const string head = "<link rel=canonical href=https://wan.example/news-12.html><link rel=prev href=/news-11.html><link rel=next href=/news-13.html>";
        Assert.Null(Extracted.From(SavedPage.Whole("甲", SavedPage.Prose(1) + "<p><a href=/news-13.html>下一页</a></p>", head), ".html").Page);
    }

    [Fact]
    public void Pages_of_comments_and_of_a_list_are_not_the_articles()
    {
        const string head = "<link rel=canonical href=https://wan.example/a/480123.html>";
        Assert.Null(Extracted.From(SavedPage.Whole("甲", SavedPage.Prose(1) + "<div class=comments><a href='?page=2'>2</a> <a href='?page=3'>下一页</a></div>", head), ".html").Page);
        Assert.Null(Extracted.From(SavedPage.Whole("甲", SavedPage.Prose(1) + "<div><a href='/list_2.html'>2</a> <a href='/list_3.html'>3</a></div>", head), ".html").Page);
        Assert.Null(Extracted.From(SavedPage.Whole("甲", SavedPage.Prose(1) + "<div><a href='/?page=2'>2</a> <a href='/?page=2'>下一页</a></div>", head), ".html").Page);
    }

    [Theory]
    [InlineData("阅读余下全文")]
    [InlineData("上一页 1 2 3 下一页 末页")]
    [InlineData("共3页")]
    public void A_pager_between_paragraphs_stays_out_of_the_text(string line)
    {
        var article = Extracted.From(SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + $"<p>{line}</p>" + SavedPage.Prose(2)), ".html");
        Assert.Equal(8, article.Text.Split('\n').Length);
        Assert.DoesNotContain(line, article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("书的第104页写到这座桥，共有三处。")]
    [InlineData("下一页怎么写，他还没有想好，桥的故事也没有写完。")]
    public void Words_about_pages_are_words(string line)
    {
        var article = Extracted.From(SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + $"<p>{line}</p>" + SavedPage.Prose(2)), ".html");
        Assert.Contains(line, article.Text, StringComparison.Ordinal);
        Assert.Null(article.Page);
    }

    [Fact]
    public void Pictures_of_an_amp_page_are_pictures()
    {
        var page = SavedPage.Whole(
            SavedPage.Headline,
            SavedPage.Prose(1) + "<figure><amp-img src=qiao.jpg alt=桥 width=600 height=400><noscript><img src=other.jpg></noscript></amp-img><figcaption>修好的桥</figcaption></figure>" + SavedPage.Prose(2) + "<amp-sidebar><p>首页上今天还有许多别的新闻，点开就能看到。</p></amp-sidebar>",
            html: "⚡ lang=zh");
        var article = Extracted.From(page, ".html");
        Assert.Equal(new ExtractedPicture("qiao.jpg", "桥", "修好的桥", null), Assert.Single(article.Pictures));
        Assert.DoesNotContain("别的新闻", article.Text, StringComparison.Ordinal);
        Assert.Equal(NewsPortal.Core.Importing.Variants.PageVariant.Amp, article.Variant);
    }

    [Fact]
    public void A_picture_that_stands_in_the_page_itself_is_found_in_its_file()
    {
        var bytes = Enumerable.Range(0, 3000).Select(i => (byte)(i * 31 % 251)).ToArray();
        var page = SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1) + $"<p><img alt=桥 src=\"data:image/png;base64,{Convert.ToBase64String(bytes)}\"></p>" + SavedPage.Prose(2));
        var picture = Assert.Single(Extracted.From(page, ".html").Pictures);
        var file = new SourceFile("a.html", "a.html", SavedPage.Bytes(page), ".html");
        Assert.Equal(bytes, NewsPortal.Core.Importing.Inputs.PictureFinder.None.Find(file, picture.Src!));
    }

    [Theory]
    [InlineData("print/a", "", "")]
    [InlineData("a", "<link rel=canonical href='https://wan.example/a.html?print=1'>", "")]
    [InlineData("a", "", "onload='window.print()'")]
    public void A_page_to_be_printed_is_known_by_itself(string path, string head, string body) => Assert.Equal(
        NewsPortal.Core.Importing.Variants.PageVariant.Print,
        Extracted.From(SavedPage.Whole(SavedPage.Headline, SavedPage.Prose(1), head).Replace("<body>", $"<body {body}>", StringComparison.Ordinal), ".html", path).Variant);
}
