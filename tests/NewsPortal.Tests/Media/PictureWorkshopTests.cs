using System.Diagnostics;
using NewsPortal.Core.Media;

namespace NewsPortal.Tests.Media;

public sealed class PictureWorkshopTests
{
    [Fact]
    public void A_picture_comes_out_as_it_would_in_this_process()
    {
        using var workshop = new PictureWorkshop();
        var dirty = APicture.JpegWithSecrets(300, 200);
        var (there, here) = (workshop.Clean(dirty), PictureCleaner.Clean(dirty));
        Assert.Equal(here.Bytes, there.Bytes);
        Assert.Equal((here.Extension, here.Width, here.Height, here.Tone), (there.Extension, there.Width, there.Height, there.Tone));
    }

    [Fact]
    public void A_reason_comes_over_and_the_next_picture_is_taken()
    {
        using var workshop = new PictureWorkshop();
        var refused = Assert.Throws<RefusedPictureException>(() => workshop.Clean(APicture.PngClaiming(10_000, 5_001)));
        Assert.Contains("50 million", refused.Message, StringComparison.Ordinal);
        Assert.Equal(60, workshop.Clean(APicture.Jpeg()).Width);
    }

    [Fact]
    public void A_decoder_that_breaks_takes_nothing_with_it()
    {
        using var process = PictureProcess.Start();
        Assert.Equal(60, process.Clean(APicture.Jpeg()).Width);
        Assert.True(process.IsFresh);
        Kill(process);
        Assert.ThrowsAny<IOException>(() => process.Clean(APicture.Jpeg()));
        Assert.False(process.IsFresh);
    }

    [Theory]
    [InlineData("NewsPortal__Database", true)]
    [InlineData("ConnectionStrings__News", true)]
    [InlineData("SQLCONNSTR_News", true)]
    [InlineData("PGPASSWORD", true)]
    [InlineData("PATH", false)]
    [InlineData("DOTNET_ROOT", false)]
    [InlineData("LD_LIBRARY_PATH", false)]
    public void A_decoder_is_not_told_where_the_store_is(string name, bool isSecret) => Assert.Equal(isSecret, PictureProcess.IsSecret(name));

    [Fact]
    public async Task Many_pictures_are_cleaned_side_by_side()
    {
        using var workshop = new PictureWorkshop();
        var widths = await Task.WhenAll(Enumerable.Range(50, 12).Select(w => Task.Run(() => workshop.Clean(APicture.Jpeg(w)).Width)));
        Assert.Equal(Enumerable.Range(50, 12), widths);
    }

    private static void Kill(PictureProcess process)
    {
        using var running = Process.GetProcessById(process.Id);
        running.Kill();
    }
}
