using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Exporting;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Markup;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Exporting;

/// <summary>Content that leaves, and comes back into an empty store.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class ContentExportTests(PrivatePostgres server)
{
    private static readonly TimeZoneInfo Zone = SiteZone.Find("Asia/Shanghai");

    private static readonly string[] Odd =
    [
        "作者：", "译者: 张三", "文｜李四", "# ", "- ", "1. ", "> ", "---", "***", "| a | b |", "https://a.example/x", "www.a.example", "[^1]", "[^1]: 注", "`", "```", "~~删~~", "**粗**“引”",
        "&amp;amp;", "&#35;", "\\", "\t", "    四格", "本文 1280 字 阅读 4 分钟", "via: https://a.example/", "![x](y)", "<https://a.example>", "[x]: /y", "===", "+++", ":::", "$$", "{#id}", "\"", "'", "%", "@", "!",
    ];

    [Theory]
    [StoreKinds]
    public async Task What_is_exported_and_imported_into_an_empty_store_is_the_same_under_the_same_addresses(string kind)
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        using var old = await TestStore.OpenAsync(kind, server);
        await FillAsync(old.Store, clock);
        using var folder = new TemporaryFolder();
        var inexact = new List<string>();
        var report = await new ContentExport(old.Store, Zone).RunAsync(folder.Path, (path, field) => inexact.Add($"{path}: {field}"));
        Assert.Empty(inexact);
        Assert.True(report.Articles > 45, $"{report.Articles} articles");
        Assert.True(Directory.EnumerateFiles(folder.Path, "*.md", SearchOption.AllDirectories).Count() > report.Articles * 3 / 4, "most are Markdown");

        using var young = await TestStore.OpenAsync(kind, server);
        clock.Pass(TimeSpan.FromHours(5));
        await new ArticleImporter(young.Store, clock).ImportAsync(InputReader.Read([folder.Path]), new ImportOptions("import", Zone, IsSample: SampleContent.In(folder.Path)), null);
        Assert.Equal(await ToldAsync(old.Store), await ToldAsync(young.Store));
    }

    [Fact]
    public async Task A_second_export_writes_what_changed_and_takes_away_what_is_gone()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        using var stored = await TestStore.SqliteAsync();
        await stored.ImportAsync(clock, null, AnArticle.Called("桥通车").With("slug", "bridge").With("id", "a1").At("2026-11-20 08:00"), AnArticle.Called("灯亮了").With("slug", "lamp").At("2026-11-21 08:00"));
        using var folder = new TemporaryFolder();
        var export = new ContentExport(stored.Store, Zone);
        Assert.Equal("2 articles; files written 2, unchanged 0, removed 0", (await export.RunAsync(folder.Path, (_, _) => { })).ToString());
        Assert.Equal("2 articles; files written 0, unchanged 2, removed 0", (await export.RunAsync(folder.Path, (_, _) => { })).ToString());
        await stored.ImportAsync(clock, null, AnArticle.Called("桥通车了").With("slug", "bridge").With("id", "a1").At("2026-11-20 08:00"));
        Assert.Equal("2 articles; files written 1, unchanged 1, removed 0", (await export.RunAsync(folder.Path, (_, _) => { })).ToString());
        await using (var db = stored.Store.CreateContext())
        {
            await db.Articles.Where(a => a.Slug == "lamp").ExecuteDeleteAsync();
        }

        folder.Write("note.txt", "not ours");
        Assert.Equal("1 articles; files written 0, unchanged 1, removed 1", (await export.RunAsync(folder.Path, (_, _) => { })).ToString());
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "2026/11/21")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "note.txt")));
    }

    [Fact]
    public async Task An_entry_that_a_file_brings_is_cleaned_and_a_report_that_stands_here_is_not_touched_by_a_file()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        using var stored = await TestStore.SqliteAsync();
        const string entry = """{"at":"2026-11-20T08:00:00+08:00","html":"<p onclick=x>水位<script>alert(1)</script>平稳</p>"}""";
        var file = AnArticle.Called("水位直播").With("id", "w1").At("2026-11-20 08:00").With("live-from", "2026-11-20 08:00").With("live-updates", $"[{JsonSerializer.Serialize(entry)}, \"no entry\", {JsonSerializer.Serialize(entry.Replace("2026-11-20", "2027-11-20", StringComparison.Ordinal))}]");
        await stored.ImportAsync(clock, null, file);
        await using var db = stored.Store.CreateContext();
        var article = await db.Articles.AsNoTracking().WithEverything().SingleAsync();
        Assert.True(article.IsLive);
        Assert.Equal("<p>水位平稳</p>", Assert.Single(article.LiveUpdates).Html);

        await new LiveDesk(stored.Store, clock, "chen").AddAsync(article.Id, new LiveEntry { Text = "又涨了。" });
        await stored.ImportAsync(clock, null, file.Saying("另一段文字。"));
        Assert.Equal(2, await db.LiveUpdates.CountAsync());
    }

    [Fact]
    public async Task A_folder_with_files_of_others_is_refused()
    {
        using var stored = await TestStore.SqliteAsync();
        using var folder = new TemporaryFolder();
        folder.Write("note.txt", "not ours");
        var fault = await Assert.ThrowsAsync<IOException>(() => new ContentExport(stored.Store, Zone).RunAsync(folder.Path, (_, _) => { }));
        Assert.Contains("holds files that no export wrote", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_list_names_outside_the_folder_is_never_taken_away()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("kept.txt", "not ours");
        folder.Write("gone.md", "ours");
        var kept = Path.Combine(elsewhere.Path, "kept.txt");
        folder.Write(ExportFolder.ListName, $"gone.md\n{kept}\n../{Path.GetFileName(elsewhere.Path)}/kept.txt\n");
        ExportFolder.Open(folder.Path).Close();
        Assert.True(File.Exists(kept));
        Assert.False(File.Exists(Path.Combine(folder.Path, "gone.md")));
    }

    private static async Task FillAsync(NewsStore store, FixedClock clock)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "p.jpg"), APicture.JpegWithSecrets(300, 200));
        File.WriteAllBytes(Path.Combine(folder.Path, "q.png"), APicture.TransparentPng());
        folder.Write("rows.jsonl", string.Join('\n', Rows()));
        folder.Write("sample.md", "---\ntitle: 样稿\ndate: 2026-11-01\n---\n\n样稿的正文，只有一段。\n");
        folder.Write(".samples", "sample.md\n");
        foreach (var sample in Directory.EnumerateFiles(Path.Combine(Environs.Root, "tests/NewsPortal.Tests/Samples"), "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".html", StringComparison.Ordinal) || f.EndsWith(".md", StringComparison.Ordinal)))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(sample)) + "-" + Path.GetFileName(sample);
            File.Copy(sample, Path.Combine(folder.Path, name));
        }

        (string Path, string Text)[] files =
        [
            AnArticle.Called("没有日期的一篇").Under("a.md"),
            AnArticle.Called("有图的一篇").At("2026-11-02 09:00:03").With("cover", "q.png").Saying("![江面](p.jpg \"清晨的江面 *不是斜体*\")\n\n正文。\n\n![](gone.jpg)").Under("b.md"),
            AnArticle.Called("草稿一篇").With("draft", "true").Under("c.md"),
            AnArticle.Called("明天的一篇").At("2026-11-26 09:00").Under("d.md"),
            AnArticle.Called("撤下的一篇").At("2026-11-03 09:00").With("slug", "gone").Under("e.md"),
            AnArticle.Called("搬来的一篇").At("2026-11-03").With("aliases", "[\"/old/1.html\", \"/old/贵阳\"]").With("embargo", "2026-11-04 10:00").Under("f.md"),
            AnArticle.Called("一篇 &amp; “引号” : 冒号 #井号 \\n").At("2026-11-05 10:00").With("author", "记者 王五、赵六").With("tags", "[\"AI\", \"贵阳: 新闻\"]").With("source", "湖南日报").Under("g.md"),
        ];
        foreach (var (path, text) in files)
        {
            folder.Write(path, text);
        }

        var report = await new ArticleImporter(store, clock).ImportAsync(InputReader.Read([folder.Path]), new ImportOptions("import", Zone, IsSample: SampleContent.In(folder.Path)), null);
        Assert.True(report.Added > 45, report.ToString());
        await LiveAsync(store, clock);
        await using var db = store.CreateContext();
        var gone = await db.Articles.WithEverything().SingleAsync(a => a.Slug == "gone");
        await using var edition = await Edition.BeginAsync(db, clock, "chen");
        edition.Withdraw(gone, gone.Body!, "失实：& 数字有误");
        await edition.CommitAsync();
    }

    // A report that goes on, and one that has ended: with a headline and without, changed and not, with all that an entry may hold.
    private static async Task LiveAsync(NewsStore store, FixedClock clock)
    {
        await using var db = store.CreateContext();
        var ids = await db.Articles.Where(a => a.Headline == "没有日期的一篇" || a.Headline == "搬来的一篇").OrderBy(a => a.Headline).Select(a => a.Id).ToListAsync();
        var desk = new LiveDesk(store, clock, "陈编辑");
        foreach (var id in ids)
        {
            await desk.StartAsync(id);
            var first = await desk.AddAsync(id, new LiveEntry { Headline = "水位 \"超过\" 警戒线 \\n & <b>", Text = "水文站测得**二十八米**，[详情](https://a.example/x?a=1&b=2)。\n\n- 一\n- 二", IsKey = true });
            clock.Pass(TimeSpan.FromMinutes(7));
            await desk.AddAsync(id, new LiveEntry { Text = "下游两镇开始转移居民：“先老人，后物资”。" });
            var seen = await db.LiveUpdates.AsNoTracking().SingleAsync(u => u.Id == first);
            await desk.ChangeAsync(id, first, seen.LastUtc, LiveEntry.Of(seen) with { Text = "水文站测得**二十九米**。" });
        }

        await desk.EndAsync(ids[0]);
    }

    // Bodies of every shape that the renderer can make, and lines that mean something in Markdown.
    private static IEnumerable<string> Rows()
    {
        var random = new Random(20261130);
        for (var i = 0; i < 40; i++)
        {
            var html = new StringBuilder("<p>开头一段，句子完整。</p>");
            for (var n = random.Next(25); n >= 0; n--)
            {
                html.Append(random.Next(3) == 0 ? $"<p>{System.Net.WebUtility.HtmlEncode(Odd[random.Next(Odd.Length)])}{(random.Next(2) == 0 ? "后面的字" : string.Empty)}</p>" : IdempotenceTests.Pieces[random.Next(IdempotenceTests.Pieces.Length)]);
            }

            yield return JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["id"] = $"row-{i}",
                ["headline"] = $"第{i}行 {Odd[random.Next(Odd.Length)]}",
                ["date"] = $"2026-10-{1 + (i % 30):00} 08:{i % 60:00}:07",
                ["html"] = html.ToString().Replace("\uD800", string.Empty, StringComparison.Ordinal),
            });
        }
    }

    private static async Task<List<string>> ToldAsync(NewsStore store)
    {
        await using var db = store.CreateContext();
        var old = (await db.OldAddresses.AsNoTracking().ToListAsync()).ToLookup(o => o.ArticleId, o => o.Path);
        return
        [
            .. (await db.Articles.AsNoTracking().WithEverything().ToListAsync()).OrderBy(a => a.Path, StringComparer.Ordinal).Select(a => string.Join('|',
                a.Path, a.Status, a.ContentHash, a.Headline, a.HeadlineAutomatic, a.SummaryAutomatic, a.PublishedUtc.ToString("O"), a.PublishedAutomatic, a.RevisedUtc?.ToString("O"), a.EmbargoUtc?.ToString("O"),
                a.IsSample, a.ExternalId, a.WithdrawnReason, a.OriginalSiteName, string.Join(',', old[a.Id].Order(StringComparer.Ordinal)),
                a.LiveFromUtc?.ToString("O"), a.LiveEndedUtc?.ToString("O"), string.Join(';', a.LiveUpdates.OrderBy(u => u.AtUtc).Select(u => $"{u.AtUtc:O} {u.ChangedUtc:O} {u.Headline} {u.Html} {u.Text} {u.IsKey} {u.Author}")))),
        ];
    }
}
