using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class WordPictureTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";
    private static readonly byte[] Bytes = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

    private static AWordFile Below => new AWordFile().Image("p1", Bytes).BigLine("灯火里的阅读时光").Paragraph(Prose);

    [Fact]
    public void The_bytes_of_a_documents_picture_are_found()
    {
        var bytes = Below.Picture("p1", "夜里的阅览室").Bytes();
        var picture = Assert.Single(AWordFile.Try(bytes).Article!.Pictures);
        Assert.Equal("夜里的阅览室", picture.Alt);
        Assert.Contains("<img src=\"picture:0\" alt=\"夜里的阅览室\">", AWordFile.Try(bytes).Article!.Body.Value, StringComparison.Ordinal);
        Assert.Contains("media/image", picture.Src, StringComparison.Ordinal);
        Assert.Equal(Bytes, PictureFinder.None.Find(new SourceFile("a.docx", "a.docx", bytes, ".docx"), picture.Src!));
    }

    [Theory]
    [InlineData("题注", "夜里的阅览室", "夜里的阅览室")]
    [InlineData("Normal", "图为夜里的阅览室。林小舟 摄", "图为夜里的阅览室。")]
    [InlineData("Normal", "（图为夜里的阅览室。林小舟 摄）", "图为夜里的阅览室。")]
    public void The_line_below_a_picture_is_its_caption(string style, string line, string caption)
    {
        var article = Below.Style("c", style).Picture("p1").Paragraph(line, "c").Paragraph(Prose).Article();
        Assert.Contains($"<figure><img src=\"picture:0\" alt=\"\"><figcaption>{caption}</figcaption></figure>", article.Body.Value, StringComparison.Ordinal);
        Assert.Equal(caption, Assert.Single(article.Pictures).Caption);
        Assert.Equal(line.Contains('摄', StringComparison.Ordinal) ? "林小舟 摄" : null, article.Pictures[0].Credit);
    }

    [Fact]
    public void A_caption_that_Word_counts_is_one_whatever_its_style()
    {
        var caption = $"<w:p>{AWordFile.Run("图 ")}<w:fldSimple w:instr=\" SEQ 图 \\* ARABIC \">{AWordFile.Run("1")}</w:fldSimple>{AWordFile.Run(" 夜里的阅览室")}</w:p>";
        Assert.Equal("图 1 夜里的阅览室", Assert.Single(Below.Picture("p1").Xml(caption).Paragraph(Prose).Article().Pictures).Caption);
    }

    [Fact]
    public void Small_print_in_the_middle_below_a_picture_is_its_caption()
    {
        var article = Below.Picture("p1").Paragraph("夜里的阅览室", run: "<w:sz w:val=\"18\"/>", paragraph: "<w:jc w:val=\"center\"/>").Paragraph(Prose).Article();
        Assert.Equal("夜里的阅览室", Assert.Single(article.Pictures).Caption);
    }

    [Fact]
    public void A_paragraph_below_a_picture_is_no_caption()
    {
        var article = Below.Picture("p1").Paragraph(Prose).Article();
        Assert.Null(Assert.Single(article.Pictures).Caption);
        Assert.Equal($"{Prose}\n{Prose}", article.Text);
    }

    [Fact]
    public void Old_pictures_are_found_too()
    {
        var article = Below.Xml("<w:p><w:r><w:pict><v:shape alt=\"夜里的阅览室\"><v:imagedata r:id=\"p1\"/></v:shape></w:pict></w:r></w:p>").Paragraph(Prose).Article();
        Assert.Equal("夜里的阅览室", Assert.Single(article.Pictures).Alt);
        Assert.Contains("media/image", article.Pictures[0].Src, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linked_picture_is_named_and_not_fetched()
    {
        var article = Below.LinkedImage("x1", "file:///C:/Users/me/photo.png").Xml($"<w:p>{AWordFile.Drawing("x1").Replace("r:embed", "r:link", StringComparison.Ordinal)}</w:p>").Paragraph(Prose).Article();
        Assert.Null(Assert.Single(article.Pictures).Src);
        Assert.Contains(article.Warnings, warning => warning.Message.Contains("is linked, not contained", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_whose_part_is_missing_leaves_its_place()
    {
        var article = Below.Picture("none").Paragraph(Prose).Article();
        Assert.Null(Assert.Single(article.Pictures).Src);
        Assert.Contains(article.Warnings, warning => warning.Message.Contains("missing from the file", StringComparison.Ordinal));
    }

    [Fact]
    public void A_caption_without_a_picture_tells_of_a_lost_one()
    {
        var article = Below.Paragraph("图为夜里的阅览室。").Paragraph(Prose).Article();
        var picture = Assert.Single(article.Pictures);
        Assert.Equal((null, "图为夜里的阅览室。"), (picture.Src, picture.Caption));
    }
}
