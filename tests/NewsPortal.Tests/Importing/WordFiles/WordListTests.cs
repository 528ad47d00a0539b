namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class WordListTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";

    private static AWordFile Below => new AWordFile().BigLine("灯火里的阅读时光").Paragraph(Prose).Numbering(
        Definition(1, ("bullet", ""), ("bullet", "")) + Definition(2, ("decimal", "%1."), ("lowerLetter", "%2)")) + Definition(3, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"))
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"3\"/></w:num>");

    private static string Definition(int id, params (string Format, string Text)[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\">" + string.Concat(levels.Select((level, i) => $"<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{level.Format}\"/><w:lvlText w:val=\"{level.Text}\"/></w:lvl>")) + "</w:abstractNum>";

    private static string In(int list, int level = 0) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    private static string Body(AWordFile file) => file.Article().Body.Value[$"<p>{Prose}</p>".Length..];

    [Fact]
    public void Bullets_and_numbers_become_lists()
    {
        Assert.Equal("<ul><li>甲</li><li>乙</li></ul><ol><li>子</li><li>丑</li></ol>", Body(Below
            .Paragraph("甲", paragraph: In(1)).Paragraph("乙", paragraph: In(1)).Paragraph("子", paragraph: In(2)).Paragraph("丑", paragraph: In(2))));
    }

    [Fact]
    public void Lists_nest_by_their_levels()
    {
        Assert.Equal("<ol><li>甲<ol><li>子</li><li>丑</li></ol></li><li>乙</li></ol>", Body(Below
            .Paragraph("甲", paragraph: In(2)).Paragraph("子", paragraph: In(2, 1)).Paragraph("丑", paragraph: In(2, 1)).Paragraph("乙", paragraph: In(2))));
    }

    [Fact]
    public void A_list_goes_on_counting_below_a_paragraph()
    {
        Assert.Equal($"<ol><li>甲</li></ol><p>{Prose}</p><ol start=\"2\"><li>乙</li></ol>", Body(Below.Paragraph("甲", paragraph: In(2)).Paragraph(Prose).Paragraph("乙", paragraph: In(2))));
    }

    [Fact]
    public void Chinese_numbers_that_Word_counts_are_written_out()
    {
        Assert.Equal($"<p>一、{Prose}</p><p>（一）{Prose}</p><p>二、{Prose}</p>", Body(Below.Paragraph(Prose, paragraph: In(3)).Paragraph(Prose, paragraph: In(3, 1)).Paragraph(Prose, paragraph: In(3))));
    }

    [Fact]
    public void A_style_can_bring_the_numbering()
    {
        Assert.Equal("<ul><li>甲</li></ul>", Body(Below.Style("b", "List Bullet", inside: $"<w:pPr>{In(1)}</w:pPr>").Paragraph("甲", "b")));
    }

    [Fact]
    public void A_numbering_that_the_file_does_not_define_leaves_a_paragraph()
    {
        Assert.Equal("<p>甲</p>", Body(Below.Paragraph("甲", paragraph: In(99))));
    }
}
