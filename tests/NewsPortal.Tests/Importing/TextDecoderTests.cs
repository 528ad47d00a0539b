using System.Text;
using CsCheck;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Encodings;

namespace NewsPortal.Tests.Importing;

public sealed class TextDecoderTests
{
    private const string Simplified = "市政府昨日召开会议，研究部署防汛工作。会议要求，各部门要加强值班，确保群众安全。";
    private const string Traditional = "市政府昨日召開會議，研究部署防汛工作。會議要求，各部門要加強值班，確保群眾安全。";

    [Theory]
    [InlineData("utf-8", Simplified)]
    [InlineData("gb18030", Simplified)]
    [InlineData("big5", Traditional)]
    [InlineData("gb18030", Traditional)]
    [InlineData("utf-16le", Simplified)]
    [InlineData("utf-16be", Simplified)]
    public void An_encoding_is_told_by_the_text_that_it_makes(string name, string text)
    {
        var decoded = TextDecoder.Decode(EncodingNames.Decoder(name).GetBytes(text));

        Assert.Equal((text, name, "detected"), (decoded.Text, decoded.As.Name, decoded.As.How));
        Assert.Empty(decoded.Warnings);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void A_damaged_byte_costs_only_itself(string name)
    {
        var bytes = EncodingNames.Decoder(name).GetBytes("第一行\n" + Simplified);
        var at = bytes.Length / 2;
        var decoded = TextDecoder.Decode((byte[])[.. bytes[..at], 0xFF, .. bytes[at..]]);

        Assert.Equal(name, decoded.As.Name);
        Assert.InRange(decoded.Text.Count(c => c == '\uFFFD'), 1, 4);
        Assert.EndsWith(Simplified[^8..], decoded.Text, StringComparison.Ordinal);
        Assert.Equal(2, decoded.Warnings[0].Line);
        Assert.Contains("byte", decoded.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_is_taken_off_and_believed()
    {
        var decoded = TextDecoder.Decode((byte[])[0xEF, 0xBB, 0xBF, .. "文字"u8]);
        Assert.Equal(("文字", "mark"), (decoded.Text, decoded.As.How));
    }

    [Theory]
    [InlineData("Le conseil a approuvé le budget", 1252)]
    [InlineData("Совет утвердил бюджет в понедельник", 1251)]
    [InlineData("시의회는 월요일 예산을 승인했다. 시장은 신중한 계획이라고 말했다", 949)]
    [InlineData("市議会は月曜日に予算を承認した。市長は慎重な計画だと述べた", 932)]
    public void What_is_no_Chinese_text_is_never_read_as_one(string text, int codePage)
    {
        var bytes = Encoding.GetEncoding(codePage).GetBytes(text);
        Assert.Contains("--encoding", Assert.Throws<RejectedInputException>(() => TextDecoder.Decode(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_encoding_is_believed_where_nothing_else_convinces()
    {
        var bytes = Encoding.GetEncoding(1252).GetBytes("Le conseil a approuvé");
        Assert.Equal("Le conseil a approuvé", TextDecoder.Decode(bytes, null, "windows-1252").Text);
        Assert.Throws<RejectedInputException>(() => TextDecoder.Decode(bytes, null, "utf-8"));
    }

    [Fact]
    public void A_syllable_that_a_Korean_file_spells_out_is_one_again()
    {
        byte[] spelled = [0xA4, 0xD4, 0xA4, 0xB2, 0xA4, 0xCE, 0xA4, 0xAA];
        Assert.Equal("시의회는 뷁 승인했다", TextDecoder.Decode((byte[])[.. Encoding.GetEncoding(949).GetBytes("시의회는 "), .. spelled, .. Encoding.GetEncoding(949).GetBytes(" 승인했다")], null, "euc-kr").Text);
    }

    [Fact]
    public void A_wrong_label_does_not_spoil_a_text() =>
        Assert.Equal(Simplified, TextDecoder.Decode(EncodingNames.Decoder("gb18030").GetBytes(Simplified), null, "iso-8859-1").Text);

    [Theory]
    [InlineData("E0 80 80", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("F0 90 80", "\uFFFD")]
    [InlineData("ED A0 80", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("F4 90 80 80", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("E2 82 41", "\uFFFDA")]
    public void An_ill_formed_sequence_becomes_one_mark_for_each_part_that_could_have_begun_a_character(string bytes, string expected)
    {
        var decoded = TextDecoder.Decode((byte[])[.. Encoding.UTF8.GetBytes(Simplified), .. Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))]);
        Assert.Equal(Simplified + expected, decoded.Text);
        Assert.Contains($"byte {Encoding.UTF8.GetByteCount(Simplified)} ", decoded.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_operators_word_stands_above_all() =>
        Assert.Equal("chosen", TextDecoder.Decode(EncodingNames.Decoder("big5").GetBytes("中文"), "Big5").As.How);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Assert.Contains("byte 1 ", Assert.Throws<RejectedInputException>(() => TextDecoder.Decode("a\0b"u8.ToArray())).Message, StringComparison.Ordinal);
        Assert.Throws<RejectedInputException>(() => TextDecoder.Decode("文字"u8.ToArray(), "latin-9000"));
    }

    [Fact]
    public void Any_bytes_are_decoded_or_refused() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            TextDecoder.Decode(bytes);
        }
        catch (RejectedInputException)
        {
            // A clear no is an answer.
        }
    });

    [Fact]
    public void Well_formed_text_comes_back_unchanged() => Gen.String.Where(text => text.Length > 0 && !text.Any(c => char.IsSurrogate(c) || c is '\0' or '\u001B' or '~') && text[0] != '\uFEFF')
        .Sample(text => TextDecoder.Decode(Encoding.UTF8.GetBytes(text)).Text == text);
}
