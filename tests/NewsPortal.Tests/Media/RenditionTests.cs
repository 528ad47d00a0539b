using CsCheck;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;

namespace NewsPortal.Tests.Media;

public sealed class RenditionTests
{
    [Theory]
    [InlineData(3000, 2000, "320 640 1024 1600", "320 640 1024")]
    [InlineData(1600, 900, "320 640 1024 1600", "320 640 1024")]
    [InlineData(500, 400, "320 500", "320 500")]
    [InlineData(200, 900, "200", "200")]
    [InlineData(900, 300, "320 640 900", "320 450")]
    public void A_picture_is_never_made_wider_than_it_is(int width, int height, string whole, string cut)
    {
        var picture = A(width, height);
        Assert.Equal(whole, string.Join(' ', Rendition.Whole(picture, ".webp").Select(r => r.Width)));
        Assert.Equal(cut, string.Join(' ', Rendition.Cut(picture, ".webp").Select(r => r.Width)));
    }

    [Fact]
    public void The_widest_JPEG_of_a_small_picture_is_the_clean_copy_itself()
    {
        var picture = A(500, 400);
        Assert.Equal(picture.Path, Rendition.Whole(picture, ".jpg").Last().PathOf(picture));
        Assert.DoesNotContain(Rendition.Files(picture), r => r.PathOf(picture) == picture.Path);
    }

    [Fact]
    public void Other_sites_get_the_clean_copy_until_there_is_a_rendition()
    {
        var picture = A(3000, 2000);
        Assert.Equal(picture.Path, Rendition.ToShare(picture).PathOf(picture));
        picture.Renditions = Rendition.Rule;
        Assert.EndsWith("-1600.jpg", Rendition.ToShare(picture).PathOf(picture), StringComparison.Ordinal);
        Assert.Equal(1067, Rendition.ToShare(picture).Height);
    }

    [Fact]
    public void Every_picture_has_renditions_with_sides_and_names_of_their_own() =>
        Gen.Select(Gen.Int[1, 3200], Gen.Int[1, 3200]).Sample((width, height) =>
        {
            var files = Rendition.Files(A(width, height)).ToList();
            Assert.All(files, r => Assert.True(r.Width >= 1 && r.Height >= 1 && r.Width <= width));
            Assert.Equal(files.Count, files.Select(r => r.Suffix).Distinct(StringComparer.Ordinal).Count());
        });

    [Theory]
    [InlineData(10, 10, 12, 0)]
    [InlineData(250, 250, 245, 3)]
    [InlineData(200, 60, 60, 4)]
    [InlineData(60, 200, 60, 8)]
    [InlineData(60, 60, 200, 12)]
    [InlineData(200, 60, 70, 4)]
    public void A_tone_is_one_of_sixteen(double red, double green, double blue, int tone) => Assert.Equal(tone, PictureTone.Of(red, green, blue));

    [Fact]
    public void No_colour_is_without_a_tone() =>
        Gen.Select(Gen.Double[0, 255], Gen.Double[0, 255], Gen.Double[0, 255]).Sample((r, g, b) => Assert.InRange(PictureTone.Of(r, g, b), 0, 15));

    private static Picture A(int width, int height) => new() { Hash = new string('a', 64), Extension = ".jpg", Width = width, Height = height };
}
