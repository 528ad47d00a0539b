using NewsPortal.Web.Pages;

namespace NewsPortal.Tests.Pages;

public sealed class QrCodeTests
{
    // Read back with an independent decoder at every length from 1 to 271 when this was written; one of those is kept here.
    [Fact]
    public void A_code_is_the_one_that_was_read_back()
    {
        var code = QrCode.Of("https://news.")!;
        Assert.Equal(21, code.Size);
        Assert.Equal(
            "111111101111101111111/100000101010101000001/101110101000001011101/101110101111001011101/101110100000101011101/100000101101001000001/111111101010101111111/000000000111100000000/110011100101000101111/001101011010100011100/110000100001011111010/010110010101110000000/010101110011010111010/000000001000000011110/111111100111001111010/100000101000110100010/101110101010110011000/101110100001001110111/101110100000010111000/100000101100110000000/111111101011100001001", string.Join('/', Enumerable.Range(0, code.Size).Select(y =>
            string.Concat(Enumerable.Range(0, code.Size).Select(x => code[x, y] ? '1' : '0')))));
    }

    [Fact]
    public void Correction_bytes_are_those_of_the_standards_example() =>
        Assert.Equal(
            [165, 36, 212, 193, 237, 54, 199, 135, 44, 85],
            ReedSolomon.Remainder([16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17], 10));

    [Theory]
    [InlineData(17, 21)]
    [InlineData(18, 25)]
    [InlineData(230, 53)]
    [InlineData(231, 57)]
    [InlineData(271, 57)]
    public void The_smallest_version_that_holds_the_text_is_taken(int length, int size) =>
        Assert.Equal(size, QrCode.Of(new string('a', length))!.Size);

    [Fact]
    public void What_no_version_here_holds_has_no_code() => Assert.Null(QrCode.Of(new string('a', 272)));
}
