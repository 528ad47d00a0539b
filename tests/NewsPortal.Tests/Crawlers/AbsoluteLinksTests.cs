using System.Xml;
using CsCheck;
using NewsPortal.Core.Markup;
using NewsPortal.Web.Crawlers;
using XmlText = NewsPortal.Web.Crawlers.XmlText;

namespace NewsPortal.Tests.Crawlers;

public sealed class AbsoluteLinksTests
{
    [Theory]
    [InlineData("<a href=\"/x\">y</a>", "<a href=\"https://s/x\">y</a>")]
    [InlineData("<img src=\"/m/a.jpg\" alt=\"a > b\" width=\"3\">", "<img src=\"https://s/m/a.jpg\" alt=\"a > b\" width=\"3\">")]
    [InlineData("<a title=\" href=&quot;/x&quot;\" href=\"/y\">", "<a title=\" href=&quot;/x&quot;\" href=\"https://s/y\">")]
    [InlineData("<p> href=\"/x\"</p>", "<p> href=\"/x\"</p>")]
    [InlineData("<a href=\"//other/x\">", "<a href=\"//other/x\">")]
    [InlineData("<a href=\"https://other/\">", "<a href=\"https://other/\">")]
    [InlineData("<a href=\"/x", "<a href=\"https://s/x")]
    public void Only_root_relative_addresses_inside_tags_change(string html, string expected) =>
        Assert.Equal(expected, AbsoluteLinks.In(SafeHtml.FromStore(html), "https://s"));

    [Fact]
    public void Text_without_tags_is_left_as_it_is() => Gen.String.Where(s => !s.Contains('<', StringComparison.Ordinal))
        .Sample(text => AbsoluteLinks.In(SafeHtml.FromStore(text), "https://s") == text);

    [Fact]
    public void Cleaned_text_is_always_valid_xml() => Gen.String.Sample(text =>
    {
        XmlConvert.VerifyXmlChars(XmlText.Clean(text));
        return XmlText.Clean(XmlText.Clean(text)) == XmlText.Clean(text);
    });

    [Fact]
    public void Only_forbidden_characters_are_left_out()
    {
        Assert.Equal("abc", XmlText.Clean("a\u0000b\u001fc"));
        Assert.Equal("𠮷", XmlText.Clean("𠮷\uD842"));
        Assert.Equal("正文\n", XmlText.Clean("\uFFFE正文\n"));
    }
}
