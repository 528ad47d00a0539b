using NewsPortal.Core.Media;

namespace NewsPortal.Tests.Media;

public sealed class PictureAnswerTests
{
    [Fact]
    public void What_a_clean_copy_can_be_is_let_through()
    {
        var bytes = APicture.Jpeg();
        Assert.Equal(bytes, Read(".jpg", 60, 40, 3, bytes.Length, bytes).Bytes);
        Assert.Equal(0x1234_5678_9abc_def0L, Read(".jpg", 60, 40, 3, bytes.Length, bytes).Likeness);
    }

    [Theory]
    [InlineData("/../../x.jpg", 60, 40, 3, 0)]
    [InlineData(".gif", 60, 40, 3, 0)]
    [InlineData(".png", 60, 40, 3, 0)]
    [InlineData(".jpg", 0, 40, 3, 0)]
    [InlineData(".jpg", 60, 2001, 3, 0)]
    [InlineData(".jpg", 60, 40, 16, 0)]
    [InlineData(".jpg", 60, 40, -1, 0)]
    [InlineData(".jpg", 60, 40, 3, -1)]
    [InlineData(".jpg", 60, 40, 3, int.MaxValue)]
    public void An_answer_that_no_clean_copy_has_is_a_broken_decoder(string extension, int width, int height, int tone, int length)
    {
        var bytes = APicture.Jpeg();
        Assert.ThrowsAny<IOException>(() => Read(extension, width, height, tone, length == 0 ? bytes.Length : length, bytes));
    }

    [Fact]
    public void A_reason_without_end_is_not_waited_for()
    {
        using var answers = new BinaryReader(new MemoryStream([PictureBench.Refused, 0xff, 0xff, 0xff, 0xff, 0x07]));
        Assert.ThrowsAny<IOException>(() => PictureAnswer.Read(answers, () => { }));
    }

    private static CleanPicture Read(string extension, int width, int height, int tone, int length, byte[] bytes)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(PictureBench.Cleaned);
        writer.Write(extension);
        writer.Write(width);
        writer.Write(height);
        writer.Write(tone);
        writer.Write(true);
        writer.Write(0x1234_5678_9abc_def0L);
        writer.Write(length);
        writer.Write(bytes);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return PictureAnswer.Read(reader, () => { });
    }
}
