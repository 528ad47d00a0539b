using System.Diagnostics;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;

namespace NewsPortal.Tests.Markup;

public sealed class MarkupLimitsTests
{
    [Theory]
    [InlineData("<b>", 100_000)]
    [InlineData("<div>", 50_000)]
    [InlineData("<table><tr><td>", 20_000)]
    [InlineData("<i></x>", 40_000)]
    [InlineData("<span><div></span></div>", 40_000)]
    [InlineData("<b><div></b>", 40_000)]
    [InlineData("<svg><style><b>", 30_000)]
    [InlineData("<!-- --!><b>", 60_000)]
    [InlineData("<!--", 400_000)]
    [InlineData("<", 3_000_000)]
    [InlineData("<template>", 30_000)]
    public void A_page_built_to_stop_a_parser_ends_soon(string piece, int times)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            BodyRenderer.FromHtml(string.Concat(Enumerable.Repeat(piece, times)));
        }
        catch (RejectedInputException rejected)
        {
            Assert.Contains("too ", rejected.Message, StringComparison.Ordinal);
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData("- ", 30_000)]
    [InlineData("> ", 30_000)]
    [InlineData("[a](", 30_000)]
    [InlineData("*a **a ", 30_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("---\na: b\n---\n", 100_000)]
    [InlineData("\n", 5_000_000)]
    public void Markdown_built_to_stop_a_parser_is_refused(string piece, int times) =>
        Assert.Throws<RejectedInputException>(() => BodyRenderer.FromMarkdown(string.Concat(Enumerable.Repeat(piece, times))));

    [Fact]
    public void A_table_is_not_filled_up_to_any_width()
    {
        var head = string.Concat(Enumerable.Repeat("|a", 3000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 3000)) + "\n";
        Assert.Throws<RejectedInputException>(() => BodyRenderer.FromMarkdown(head + string.Concat(Enumerable.Repeat("|a\n", 3000))));
    }

    [Fact]
    public void Unclosed_tags_of_old_pages_are_no_attack()
    {
        var rows = string.Concat(Enumerable.Repeat("<tr><td><font color=red><a name=x>字<span><p>段<td><b>二", 500));
        Assert.Contains("字", BodyRenderer.FromHtml($"<table>{rows}</table>").Text, StringComparison.Ordinal);
    }
}
