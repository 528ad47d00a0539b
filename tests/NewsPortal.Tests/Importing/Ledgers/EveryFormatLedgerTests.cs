using CsCheck;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Ledgers;

namespace NewsPortal.Tests.Importing.Ledgers;

/// <summary>Whatever comes in, each of its characters is accounted for once.</summary>
public sealed class EveryFormatLedgerTests
{
    private static readonly string[] Pieces =
    [
        "---\n", "title: 题\n", "author: 甲\n", "+++\n", "{\"title\":\"题\",\"text\":\"正文\"}", "# 题\n", "\n", "\r\n", "　　正文一段，写得够长，能算一段。\n", "2026-11-20 08:00 来源:晚报\n",
        "<p>", "</p>", "<h1>题</h1>", "<script>x</script>", "<div style=display:none>藏</div>", "(资料图片)\n", "相关新闻\n", "上一篇 下一篇\n", "责任编辑：乙\n", "😀𠮷\uFE0F\n", "\0", "\t", "&amp;", "via: http://x.example\n",
        "新华社北京电\n", "[#]: a: (b)\n", "- 项\n", "|a|b|\n",
    ];

    [Theory]
    [InlineData(".md")]
    [InlineData(".txt")]
    [InlineData(".html")]
    [InlineData(".jsonl")]
    public void It_covers_any_input(string extension) => Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 24].Select(string.Concat).Sample(
        text =>
        {
            var extraction = Extracted.Try(text, extension);
            if (extraction.Article is not { } article) return;
            var at = 0;
            foreach (var entry in article.Ledger)
            {
                Assert.Equal(at, entry.Start);
                Assert.True(entry.Length > 0);
                Assert.False(string.IsNullOrEmpty(entry.Reason));
                at += entry.Length;
            }

            Assert.Equal(extraction.Decoded!.EnumerateRunes().Count(), at);
            var summary = LedgerSummary.Of(article.Ledger);
            Assert.Equal(at, summary.Kept + summary.Fields + summary.Dropped);
        },
        iter: 400);

    [Fact]
    public void A_summary_counts_and_names_the_reasons_that_cost_most() => Assert.Equal(
        "kept 1,200, fields 5, dropped 61 characters: 40 navigation, 15 related list, 5 editor's note",
        LedgerSummary.Of([
            new(0, 1200, Fate.Kept, null, "paragraph"), new(1200, 5, Fate.Field, "headline", "first line"), new(1205, 30, Fate.Dropped, null, "navigation"),
            new(1235, 15, Fate.Dropped, null, "related list"), new(1250, 10, Fate.Dropped, null, "navigation"), new(1260, 5, Fate.Dropped, null, "editor's note"), new(1265, 1, Fate.Dropped, null, "mark"),
        ]).ToString());
}
