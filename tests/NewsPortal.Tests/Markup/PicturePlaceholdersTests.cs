using NewsPortal.Core.Markup;

namespace NewsPortal.Tests.Markup;

public sealed class PicturePlaceholdersTests
{
    private static SafeHtml Body => BodyRenderer.FromHtml("<p>一</p><img src=a.png alt='a > b'><figure><img src=b.png><figcaption>说明</figcaption></figure>").Html;

    [Fact]
    public void Each_picture_is_put_in_its_place() => Assert.Equal(
        "<p>一</p><figure><img src=\"/media/0.webp\" width=\"640\" height=\"480\" alt=\"甲\"></figure>"
        + "<figure><img src=\"/media/1.webp\" width=\"640\" height=\"480\" alt=\"甲\" loading=\"lazy\" decoding=\"async\"><figcaption>说明</figcaption></figure>",
        PicturePlaceholders.Fill(Body, number => SafeText.Image($"/media/{number}.webp", 640, 480, "甲", eager: number == 0)).Value);

    [Fact]
    public void A_lost_picture_leaves_its_caption_and_no_empty_frame() =>
        Assert.Equal("<p>一</p><figure><figcaption>说明</figcaption></figure>", PicturePlaceholders.Fill(Body, _ => null).Value);

    [Fact]
    public void Nothing_is_left_of_a_quotation_or_list_that_held_lost_pictures_alone()
    {
        var body = BodyRenderer.FromHtml("<p>一</p><blockquote><img src=a.png></blockquote><ul><li><img src=b.png></li></ul><ul><li>二<img src=c.png></li></ul>").Html;
        Assert.Equal("<p>一</p><ul><li>二</li></ul>", PicturePlaceholders.Fill(body, _ => null).Value);
    }

    [Fact]
    public void Text_that_looks_like_a_placeholder_is_text()
    {
        var body = SafeText.Encode("<img src=\"picture:0\">");
        Assert.Same(body, PicturePlaceholders.Fill(body, _ => throw new InvalidOperationException()));
    }

    [Theory]
    [InlineData("https://x.example/a.png")]
    [InlineData("//x.example/a.png")]
    [InlineData("a.png")]
    public void A_picture_of_this_site_is_root_relative(string path) =>
        Assert.Throws<ArgumentException>(() => SafeText.Image(path, 1, 1, string.Empty, eager: false));
}
