using CsCheck;

namespace NewsPortal.Tests.Importing.FrontMatter;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: 桥\ntags: [路, 桥, 路]\ndate: 2023-07-07 17:20\nauthor: 张三\nsection: 国内\n---\n正文。\n")]
    [InlineData("+++\ntitle = \"桥\"\ntags = [\"路\", \"桥\"]\ndate = 2023-07-07T17:20:00+08:00\nauthor = \"张三\"\ncategories = [\"国内\"]\n+++\n正文。\n")]
    [InlineData("{\n\"title\": \"桥\", \"tags\": \"路，桥\", \"date\": \"2023-07-07T17:20:00+08:00\",\n\"authors\": [{\"name\": \"张三\"}], \"栏目\": \"国内\"}\n正文。\n")]
    [InlineData("---\n标题: 桥\n标签:\n  - 路\n  - 桥\n时间: 2023年7月7日 17:20\n作者: 张三\n频道: 国内\n---\n正文。\n")]
    [InlineData("\uFEFF---\r\nTITLE : 桥\r\ntags: 路、桥\r\nDate: 2023-07-07T17:20:00+08:00\r\nauthor: 张三\r\ncategory: 国内\r\n---\r\n正文。\r\n")]
    public void Every_spelling_fills_the_same_fields(string text)
    {
        var article = Extracted.From(text);

        Assert.Equal("桥", article.Headline);
        Assert.Equal(["路", "桥"], article.Tags);
        Assert.Equal(DateTimeOffset.Parse("2023-07-07T17:20:00+08:00"), article.Published!.At);
        Assert.Equal(["张三"], article.Authors);
        Assert.Equal("国内", article.Section);
        Assert.Equal("正文。", article.Text);
    }

    [Theory]
    [InlineData("---\ntitle: \"x\nb: c\n---\n正文", "not YAML")]
    [InlineData("---\ntitle:x\n---\n正文", "space missing")]
    [InlineData("---\na: &a [*a]\n---\n正文", "refers to *a")]
    [InlineData("---\na: &x [1,1]\nb: [*x,*x]\n---\n正文", "refers to *x")]
    [InlineData("---\na: [[[[[[[[[[1]]]]]]]]]]\n---\n正文", "too deeply nested")]
    [InlineData("---\ntitle: x\n正文", "not closed")]
    [InlineData("+++\ntitle = x\n+++\n正文", "not TOML")]
    [InlineData("{\"title\": x}\n正文", "not JSON")]
    public void A_malformed_front_matter_is_refused_with_its_line(string text, string reason)
    {
        var extraction = Extracted.Try(text);

        Assert.Null(extraction.Article);
        Assert.Contains(reason, extraction.Error, StringComparison.Ordinal);
        Assert.True(extraction.ErrorLine >= 1);
    }

    [Theory]
    [InlineData("渡船&amp;渡口", "渡船&渡口")]
    [InlineData("a &amp;lt; b &c; &nbsp;d", "a &lt; b &c; d")]
    public void A_title_that_went_through_a_web_form_is_read_as_it_was_typed(string written, string headline) =>
        Assert.Equal(headline, Extracted.From($"---\ntitle: \"{written}\"\n---\n正文").Headline);

    [Fact]
    public void A_date_that_does_not_exist_is_a_warning_on_its_line()
    {
        var article = Extracted.From("---\ntitle: x\ndate: 2023-02-30\n---\n正文");

        Assert.Null(article.Published);
        Assert.Contains(article.Warnings, warning => warning.Line == 3 && warning.Message.Contains("2023-02-30", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("draft: true", true)]
    [InlineData("draft: NO", false)]
    [InlineData("draft: 2", true)]
    [InlineData("published: false", true)]
    [InlineData("published: true", false)]
    [InlineData("status: 草稿", true)]
    public void A_draft_is_known_in_every_spelling(string line, bool draft) =>
        Assert.Equal(draft, Extracted.From($"---\n{line}\n---\n正文").Draft);

    [Fact]
    public void A_tag_names_no_type()
    {
        Assert.Equal("正文", Extracted.From("---\ntitle: !!python/object/apply:os.system [\"id\"]\n---\n正文").Headline);
        Assert.Equal("a", Extracted.From("---\ntitle: !!str a\n---\n正文").Headline);
    }

    [Fact]
    public void A_continued_value_need_not_be_indented() =>
        Assert.Equal("甲 乙", Extracted.From("---\ntitle: x\ndescription: \"甲\n乙\"\n---\n正文").Summary);

    [Fact]
    public void Only_addresses_on_this_site_redirect()
    {
        var article = Extracted.From("---\naliases: [/old/1.html, old, 'https://x.example/', '//x.example', '../up']\ncanonical: //evil.example\nimage: javascript:x\n---\n正文");

        Assert.Equal(["/old/1.html", "/old"], article.Aliases);
        Assert.Null(article.CanonicalUrl);
        Assert.Null(article.Cover);
        Assert.Equal(5, article.Warnings.Count(warning => warning.Line > 0));
    }

    [Fact]
    public void A_front_matter_above_plain_text_outranks_what_the_text_seems_to_say()
    {
        var article = Extracted.From("---\ntitle: 大桥通车\nsource: 本报\n---\n第一段说的是大桥通车的情况，共有两千人参加了仪式。\n\n第二段说的是别的事情，也很重要，值得一读。\n", ".txt");

        Assert.Equal(("大桥通车", "本报"), (article.Headline, article.Source));
        Assert.StartsWith("第一段", article.Text, StringComparison.Ordinal);
        Assert.Equal(0, article.Ledger[0].Start);
    }

    [Fact]
    public void Any_front_matter_is_read_or_refused() => Gen.String[0, 60].Select(Gen.Int[0, 2]).Sample((text, kind) =>
        Extracted.Try((kind switch { 0 => "---\na: " + text + "\n---\n", 1 => "+++\na = " + text + "\n+++\n", _ => "{\"a\": " + text + "}\n" }) + "正文") is not null);
}
