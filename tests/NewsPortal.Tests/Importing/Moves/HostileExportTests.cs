using System.Text;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing.Moves;

/// <summary>An export is a file from outside: whatever is in it, what can be read is, and the rest is named.</summary>
public sealed class HostileExportTests
{
    private const string Body = "<p>河边的新步道今天开放，清晨就有许多人来散步。</p>";

    [Theory]
    [InlineData("<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/a.dtd\">", "&nbsp;")]
    public void What_a_document_type_declares_is_not_known_and_refused_with_its_line(string type, string entity)
    {
        var items = Read(new AWordPressExport().Post("一", Body, id: 1).Post(entity, Body, id: 2).ToString().Replace("<rss", type + "<rss", StringComparison.Ordinal));

        Assert.Equal([true, false], items.Select(item => item.File is not null));
        Assert.StartsWith("line 27: the export cannot be read further", items[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_before_a_fault_is_read_and_the_rest_is_one_rejection_that_names_the_line()
    {
        var items = Read(new AWordPressExport().Post("一", Body, id: 1).Post("二", Body, id: 2).Raw("<item><title>三</title>\n<b></item>").Post("四", Body).ToString());

        Assert.Equal([true, true, false], items.Select(item => item.File is not null));
        Assert.Matches("^line 4[0-9]: the export cannot be read further: .*'b'", items[^1].Reason);
    }

    [Fact]
    public void A_cut_off_export_gives_what_it_holds()
    {
        var whole = new AWordPressExport().Post("一", Body, id: 1).Post("二", Body, id: 2).ToString();
        var items = Read(whole[..whole.LastIndexOf("</content:encoded>", StringComparison.Ordinal)]);

        Assert.Equal([true, false], items.Select(item => item.File is not null));
    }

    [Fact]
    public void One_bad_post_never_stops_the_rest()
    {
        var items = Read(new AWordPressExport().Post("空", string.Empty).Post(new string('长', 500), Body).Post("深", string.Concat(Enumerable.Repeat("<b><i>", 2000)) + "字")
            .Post("大", new string('x', 9_000_000)).Post("好", Body + "<script>alert(1)</script><img src=x onerror=alert(1)>").ToString());

        var extractions = items.Select(item => item.File is { } file ? ArticleExtractor.Extract(file, Extracted.Options) : new Extraction(item.Path, null, null, null, null, item.Reason)).ToList();
        Assert.Equal([false, false, false, false, true], extractions.Select(extraction => extraction.Article is not null));
        string[] reasons = ["the body is empty", "title has 500", "too deeply nested", "is larger than 8 MB"];
        Assert.All(reasons.Zip(extractions), pair => Assert.Contains(pair.First, pair.Second.Error, StringComparison.Ordinal));
        Assert.Equal([11, 26, 41], extractions.Take(3).Select(extraction => extraction.ErrorLine));
        Assert.DoesNotContain("alert", extractions[4].Article!.Body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_without_end_are_refused() =>
        Assert.Contains("64 elements stand open", Assert.Single(Read(new AWordPressExport().Raw(string.Concat(Enumerable.Repeat("<a>", 200_000))).ToString())).Reason, StringComparison.Ordinal);

    [Fact]
    public void Control_characters_and_blank_lines_above_do_not_cost_a_post()
    {
        var item = Assert.Single(Read(" \n\n" + new AWordPressExport().Post("一\u0008二", Body).ToString()));

        Assert.Equal(("一 二", "e.xml:13"), (ArticleExtractor.Extract(item.File!, Extracted.Options).Article!.Headline, item.File!.RelativePath));
    }

    [Theory]
    [InlineData("a.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", "no export of WordPress")]
    [InlineData("a.xml", "", "no export of WordPress")]
    [InlineData("package.json", "{\"name\":\"x\",\"data\":{}}", "no export of Ghost")]
    [InlineData("a.json", "[1]", "no export of Ghost")]
    [InlineData("a.json", "{\"db\":5}", "no export of Ghost")]
    public void Another_file_of_the_kind_is_passed_over_in_a_folder_and_refused_by_name(string name, string text, string reason)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write(name, text);

        Assert.Empty(InputReader.Read([folder.Path]));
        Assert.Contains(reason, Assert.Single(InputReader.Read([path])).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_without_posts_says_so() =>
        Assert.Contains("holds no post", Assert.Single(Read(new AWordPressExport().Post("页", Body, type: "nav_menu_item").ToString())).Reason, StringComparison.Ordinal);

    [Fact]
    public void The_memory_that_an_export_takes_does_not_grow_with_it()
    {
        using var folder = new TemporaryFolder();
        var path = System.IO.Path.Combine(folder.Path, "large.xml");
        var post = Encoding.UTF8.GetBytes(new AWordPressExport().Post("一篇", string.Concat(Enumerable.Repeat(Body, 600)), id: 7).ToString()[new AWordPressExport().Head.Length..].Replace("</channel>\n</rss>\n", string.Empty, StringComparison.Ordinal));
        using (var file = File.Create(path))
        {
            file.Write(Encoding.UTF8.GetBytes(new AWordPressExport().Head));
            while (file.Length < 50 * 1024 * 1024) file.Write(post);
            file.Write("</channel></rss>"u8);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, most) = (0, 0L);
        foreach (var item in InputReader.Read([path]))
        {
            if (count % 100 == 0)
            {
                Assert.NotNull(ArticleExtractor.Extract(item.File!, Extracted.Options).Article);
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

            count++;
        }

        Assert.InRange(count, 500, 2000);
        Assert.InRange(most, long.MinValue, 8 * 1024 * 1024);
    }

    private static List<InputItem> Read(string export)
    {
        using var folder = new TemporaryFolder();
        folder.Write("e.xml", export);
        return [.. InputReader.Read([folder.Path])];
    }
}
