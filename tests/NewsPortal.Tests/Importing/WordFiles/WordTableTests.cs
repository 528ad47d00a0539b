namespace NewsPortal.Tests.Importing.WordFiles;

public sealed class WordTableTests
{
    private const string Prose = "海桥市图书馆二十日起试行夜间开放，每天延长三个小时，读者可以一直读到晚上十点。";

    private static AWordFile Below => new AWordFile().BigLine("灯火里的阅读时光").Paragraph(Prose);

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{(text.Length == 0 ? "" : AWordFile.Run(text))}</w:p></w:tc>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Body(AWordFile file) => file.Article().Body.Value[$"<p>{Prose}</p>".Length..];

    [Fact]
    public void Cells_merged_across_and_down_stay_merged()
    {
        var table = $"<w:tbl>{Row(Cell("馆", "<w:vMerge w:val=\"restart\"/>"), Cell("开放时间", "<w:gridSpan w:val=\"2\"/>"))}{Row(Cell("", "<w:vMerge/>"), Cell("平日"), Cell("周末"))}</w:tbl>";
        Assert.Equal("<table><tbody><tr><td rowspan=\"2\">馆</td><td colspan=\"2\">开放时间</td></tr><tr><td>平日</td><td>周末</td></tr></tbody></table>", Body(Below.Xml(table)));
    }

    [Fact]
    public void The_row_that_Word_repeats_is_the_head()
    {
        var head = $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("馆")}{Cell("册")}</w:tr>";
        var article = Below.Xml($"<w:tbl>{head}{Row(Cell("总馆"), Cell("120"))}</w:tbl>").Article();
        Assert.Contains("<thead><tr><th>馆</th><th>册</th></tr></thead>", article.Body.Value, StringComparison.Ordinal);
        Assert.EndsWith("馆\t册\n总馆\t120", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caption_above_a_table_is_the_tables()
    {
        var article = Below.Style("c", "题注").Paragraph("表 1 各馆藏书", "c").Xml($"<w:tbl>{Row(Cell("总馆"), Cell("120"))}{Row(Cell("分馆"), Cell("30"))}</w:tbl>").Article();
        Assert.Contains("<table><caption>表 1 各馆藏书</caption>", article.Body.Value, StringComparison.Ordinal);
        Assert.Equal(["表 1 各馆藏书"], article.Captions);
    }

    [Fact]
    public void A_table_of_one_column_only_frames_the_article()
    {
        var article = new AWordFile().Xml($"<w:tbl>{Row(Cell("灯火里的阅读时光"))}{Row(Cell("2026-11-20 来源：海桥晚报"))}{Row(Cell(Prose))}</w:tbl>").Article();
        Assert.Equal(("灯火里的阅读时光", "海桥晚报", Prose), (article.Headline, article.Source, article.Text));
    }

    [Fact]
    public void A_table_in_a_table_keeps_its_words()
    {
        var inner = $"<w:tbl>{Row(Cell("内一"), Cell("内二"))}</w:tbl>";
        var article = Below.Xml($"<w:tbl>{Row(Cell("外"), $"<w:tc>{inner}<w:p/></w:tc>")}</w:tbl>").Article();
        Assert.Contains("外", article.Text, StringComparison.Ordinal);
        Assert.Contains("内一\t内二", article.Text, StringComparison.Ordinal);
    }
}
