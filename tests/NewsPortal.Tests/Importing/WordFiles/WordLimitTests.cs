namespace NewsPortal.Tests.Importing.WordFiles;

/// <summary>What a small file must not make large.</summary>
public sealed class WordLimitTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";

    private static AWordFile File => AWordFile.Of("灯火里的阅读时光", Prose);

    private static string Repeated(int times, Func<int, string> markup) => string.Concat(Enumerable.Range(0, times).Select(markup));

    // Unlike enough to pass for text, where a thousand times the same would be refused as a bomb.
    private static string Mixed(int seed)
    {
        var random = new Random(seed);
        return string.Create(100_000, random, static (span, r) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = (char)(0x4E00 + r.Next(5000));
        });
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static void AssertRefused(AWordFile file, string because)
    {
        var extraction = file.Try();
        Assert.Null(extraction.Article);
        Assert.Contains(because, extraction.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagram_that_many_drawings_name_says_its_words_once()
    {
        var file = File.Diagram("d", Enumerable.Range(0, 2000).Select(i => $"环节{i}号")).Xml($"<w:p>{Repeated(3000, _ => AWordFile.DiagramReference("d"))}</w:p>");
        Assert.Equal(1, Count(file.Article().Text, "环节1999号"));
    }

    [Fact]
    public void A_diagram_that_was_moved_is_kept_where_it_went()
    {
        var shown = AWordFile.DiagramReference("d");
        Assert.Contains("借书流程", File.Diagram("d", "借书流程").Xml($"<w:p><w:moveFrom>{shown}</w:moveFrom></w:p><w:p><w:moveTo>{shown}</w:moveTo></w:p>").Article().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_diagrams_count_towards_the_length() =>
        AssertRefused(File.Diagram("d", Enumerable.Range(0, 21).Select(Mixed)).Xml($"<w:p>{AWordFile.DiagramReference("d")}</w:p>"), "are stored: divide it");

    [Fact]
    public void More_paragraphs_than_any_book_has_are_refused() =>
        AssertRefused(File.Xml(Repeated(200_001, i => $"<w:p w:rsidR=\"{(i * 2654435761L) & 0xFFFFFFFF:X8}\"/>")), "too many paragraphs");

    [Fact]
    public void Links_beyond_any_list_of_sources_are_refused_before_they_take_time()
    {
        var file = Enumerable.Range(0, 20_001).Aggregate(File, (all, i) => all.Link($"x{i}", $"http://example.org/{i}"));
        AssertRefused(file.Xml($"<w:p><w:hyperlink r:id=\"x1\">{AWordFile.Run("链接")}</w:hyperlink></w:p>"), "too many links");
    }

    [Fact]
    public void Notes_beyond_any_annotated_edition_are_refused() =>
        AssertRefused(File.Xml($"<w:p><w:r>{Repeated(10_001, i => $"<w:footnoteReference w:id=\"{i}\"/>")}</w:r></w:p>"), "too many notes");

    [Fact]
    public void A_note_keeps_its_number_wherever_it_is_named_again() =>
        Assert.Contains("[1][2][1]", File.Xml($"<w:p>{AWordFile.Run("注")}<w:r><w:footnoteReference w:id=\"7\"/><w:endnoteReference w:id=\"7\"/><w:footnoteReference w:id=\"7\"/></w:r></w:p>").Article().Text, StringComparison.Ordinal);

    [Fact]
    public void Warnings_end_where_nobody_would_read_on()
    {
        var warnings = File.Xml($"<w:p><w:r>{Repeated(500, i => $"<w:sym w:font=\"F{i}\" w:char=\"F0FE\"/>")}</w:r></w:p>").Article().Warnings;
        Assert.InRange(warnings.Count(warning => warning.Message.Contains("symbol", StringComparison.Ordinal)), 20, 50);
        Assert.Contains(warnings, warning => warning.Message.Contains("more warnings", StringComparison.Ordinal));
    }

    [Fact]
    public void The_elements_of_all_parts_count_together()
    {
        var header = Repeated(300_000, i => $"<w:sz w:val=\"{(i * 2654435761L) & 0xFFFFFFFF}\"/>");
        AssertRefused(Enumerable.Range(0, 4).Aggregate(File, (file, _) => file.HeaderXml($"<w:p><w:r>{header}</w:r></w:p>")), "elements; divide it");
        Assert.True(File.HeaderXml($"<w:p><w:r>{header}</w:r></w:p>").Try().Article is not null);
    }
}
