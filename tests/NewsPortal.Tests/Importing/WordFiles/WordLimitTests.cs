namespace NewsPortal.Tests.Importing.WordFiles;

/// <summary>What a small file must not make large.</summary>
public sealed class WordLimitTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";

    private static AWordFile File => AWordFile.Of("灯火里的阅读时光", Prose);

    private static string Repeated(int times, Func<int, string> markup) => string.Concat(Enumerable.Range(0, times).Select(markup));

    private static int Count(string text, string word) => text.Split(word).Length - 1;

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
}
