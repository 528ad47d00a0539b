using System.Text;
using CsCheck;
using NetVips;
using NewsPortal.Core.Media;

namespace NewsPortal.Tests.Media;

public sealed class PictureCleanerTests
{
    public static TheoryData<string, byte[]> Formats => new()
    {
        { ".jpg", APicture.Jpeg() }, { ".png", APicture.Png() }, { ".gif", APicture.Gif() }, { ".webp", APicture.WebP() },
        { ".avif", APicture.Avif() }, { ".tif", APicture.Tiff() }, { ".bmp", BitmapFileTests.Bitmap(60, 40, 24) },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_becomes_a_bare_JPEG_or_PNG_of_the_same_size(string format, byte[] bytes)
    {
        Assert.Equal(format, PictureFormat.Of(bytes));
        var clean = PictureCleaner.Clean(bytes);
        Assert.Equal((60, 40), (clean.Width, clean.Height));
        Assert.Equal(clean.Extension, PictureFormat.Of(clean.Bytes));
        FileParts.AssertBare(clean.Bytes, format);
    }

    [Fact]
    public void A_telephone_picture_is_turned_upright_and_tells_nothing_about_its_maker()
    {
        var dirty = APicture.JpegWithSecrets(60, 40);
        Assert.Contains(APicture.Secret, Encoding.Latin1.GetString(dirty), StringComparison.Ordinal);
        var clean = PictureCleaner.Clean(dirty);
        Assert.Equal((40, 60), (clean.Width, clean.Height));
        FileParts.AssertBare(clean.Bytes);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(clean.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", Encoding.Latin1.GetString(clean.Bytes), StringComparison.Ordinal);

        // Orientation 6: what was on the left is on top now.
        using var image = Image.NewFromBuffer(clean.Bytes);
        Assert.True(image[20, 2][0] > image[20, 57][0] + 150, "red is on top");
    }

    [Fact]
    public void The_same_bytes_always_give_the_same_copy() =>
        Assert.Equal(PictureCleaner.Clean(APicture.JpegWithSecrets()).Bytes, PictureCleaner.Clean(APicture.JpegWithSecrets()).Bytes);

    [Fact]
    public void A_clean_copy_is_kept_as_it_is_and_one_byte_more_has_it_drawn_anew()
    {
        foreach (var dirty in (byte[][])[APicture.JpegWithSecrets(300, 200), APicture.WebP(640, 480), APicture.Jpeg(2600, 90), APicture.TransparentPng(90, 80)])
        {
            var clean = PictureCleaner.Clean(dirty);
            Assert.Equal(clean.Bytes, PictureCleaner.Clean(clean.Bytes).Bytes);
            if (clean.Extension == ".jpg")
            {
                byte[][] changed =
                [
                    [.. clean.Bytes, .. "PK<script>"u8],
                    [.. clean.Bytes.AsSpan(0, 2), 0xff, 0xfe, 0, 8, .. "secret"u8, .. clean.Bytes.AsSpan(2)],
                    [.. clean.Bytes.AsSpan(0, clean.Bytes.Length - 2), 0xff, 0xfe, 0, 8, .. "secret"u8, 0xff, 0xd9],
                ];
                Assert.All(changed, c => Assert.DoesNotMatch("secret|<script>", Encoding.Latin1.GetString(Anew(c))));
            }
        }
    }

    private static byte[] Anew(byte[] bytes)
    {
        try
        {
            return PictureCleaner.Clean(bytes).Bytes;
        }
        catch (RefusedPictureException)
        {
            return [];
        }
    }

    [Fact]
    public void Only_transparency_and_few_colours_make_a_PNG()
    {
        Assert.Equal(".png", PictureCleaner.Clean(APicture.TransparentPng()).Extension);
        Assert.Equal(".png", PictureCleaner.Clean(APicture.Png(400, 300)).Extension);
        Assert.Equal(".jpg", PictureCleaner.Clean(APicture.Tiff(400, 300)).Extension);
    }

    [Fact]
    public void A_large_picture_is_stored_at_most_2000_pixels_long()
    {
        var clean = PictureCleaner.Clean(APicture.Jpeg(4000, 500));
        Assert.Equal((2000, 250), (clean.Width, clean.Height));
    }

    [Fact]
    public void An_animation_keeps_its_first_frame()
    {
        using var one = Image.NewFromBuffer(APicture.Gif());
        using var two = one.Join(one.Invert(), Enums.Direction.Vertical);
        using var moving = two.Mutate(m => m.Set(GValue.GIntType, "page-height", 40));
        var clean = PictureCleaner.Clean(moving.GifsaveBuffer());
        Assert.Equal((60, 40), (clean.Width, clean.Height));
    }

    [Theory]
    [InlineData(10_000, 5_001)]
    [InlineData(2_000_000_000, 1)]
    [InlineData(65_000, 65_000)]
    public void Too_many_pixels_are_refused_by_the_header(int width, int height)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Throws<RefusedPictureException>(() => PictureCleaner.Clean(APicture.PngClaiming(width, height)));
        Assert.True(clock.Elapsed.TotalSeconds < 2);
    }

    [Fact]
    public void A_picture_that_lacks_its_end_is_refused()
    {
        Assert.Throws<RefusedPictureException>(() => PictureCleaner.Clean(APicture.Jpeg(300, 200)[..3000]));
        Assert.Throws<RefusedPictureException>(() => PictureCleaner.Clean(APicture.PngClaiming(4000, 4000)));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<?xml version=\"1.0\"?><svg/>")]
    [InlineData("%PDF-1.4")]
    [InlineData("P6 1 1 255 abc")]
    [InlineData("<html>")]
    [InlineData("")]
    public void What_is_no_picture_of_ours_is_refused(string text) =>
        Assert.Throws<RefusedPictureException>(() => PictureCleaner.Clean(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Loaders_that_no_news_picture_needs_cannot_be_opened()
    {
        PictureCleaner.Clean(APicture.Png());
        Assert.Throws<VipsException>(() => Image.NewFromBuffer(Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")));
        Assert.Throws<VipsException>(() => Image.NewFromBuffer(Encoding.ASCII.GetBytes("P6 1 1 255 abc")));
    }

    [Fact]
    public void Damage_is_refused_or_cleaned_and_never_worse()
    {
        var files = Formats.Select(row => (byte[])row[1]).Append(APicture.TransparentPng()).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[4, 5000], Gen.Byte).Array[1, 12]).Sample(
            (file, changes) =>
            {
                var bytes = (byte[])files[file].Clone();
                foreach (var (at, value) in changes)
                {
                    bytes[at % bytes.Length] = value;
                }

                try
                {
                    FileParts.AssertBare(PictureCleaner.Clean(bytes).Bytes);
                }
                catch (RefusedPictureException refused)
                {
                    Assert.True(refused.Message.Length > 10);
                }
            },
            iter: 400,
            threads: 1);
    }
}
