using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Finding.Searching;

[Collection(PostgresCollection.Name)]
public sealed class ArticleSearchTests(PrivatePostgres server)
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    [Theory, StoreKinds]
    public async Task Headlines_come_before_texts_and_the_exact_headline_before_all(string kind)
    {
        using var store = await FilledAsync(
            kind,
            AnArticle.Called("跨江大桥夜景").At("2026-03-03").Saying("灯光亮起。"),
            AnArticle.Called("跨江大桥").At("2026-01-01").Saying("通车了。"),
            AnArticle.Called("城市记事").At("2026-05-05").Saying("跨江大桥边上人很多，跨江大桥很长。"),
            AnArticle.Called("新的跨江大桥开工").At("2026-04-04").Saying("预计三年。"));
        Assert.Equal(["跨江大桥", "新的跨江大桥开工", "跨江大桥夜景", "城市记事"], await FoundAsync(store, "跨江大桥"));
    }

    [Theory, StoreKinds]
    public async Task Phrases_exclusions_and_single_characters_decide_what_is_found(string kind)
    {
        using var store = await FilledAsync(
            kind,
            AnArticle.Called("甲").Saying("在贵阳，今天有雨。"),
            AnArticle.Called("乙").Saying("今天的贵阳没有风。"),
            AnArticle.Called("丙").Saying("阳台今天很干净，用5G上网。"));
        Assert.Equal(["甲", "乙"], (await FoundAsync(store, "贵阳")).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["甲"], await FoundAsync(store, "贵阳，今天"));
        Assert.Equal(["甲"], await FoundAsync(store, "“贵阳，今天”"));
        Assert.Equal(["乙"], await FoundAsync(store, "贵阳 -雨"));
        Assert.Equal(["甲"], await FoundAsync(store, "贵阳 雨"));
        Assert.Equal(["甲"], await FoundAsync(store, "雨"));
        Assert.Equal(["乙"], await FoundAsync(store, "风 -阳台"));
        Assert.Equal(["丙"], await FoundAsync(store, "用5g"));
        Assert.Equal(["丙"], await FoundAsync(store, "今天 -贵阳"));
    }

    [Theory, StoreKinds]
    public async Task Both_scripts_and_both_widths_find_each_other(string kind)
    {
        using var store = await FilledAsync(kind, AnArticle.Called("臺灣裏的羣山"), AnArticle.Called("看著ＡＩ在台湾"));
        Assert.Equal(2, (await FoundAsync(store, "台湾")).Count);
        Assert.Equal(2, (await FoundAsync(store, "臺灣")).Count);
        Assert.Equal(["臺灣裏的羣山"], await FoundAsync(store, "里的群山"));
        Assert.Equal(["看著ＡＩ在台湾"], await FoundAsync(store, "看着ai"));
    }

    [Theory, StoreKinds]
    public async Task Pinyin_finds_headlines_after_what_is_spelt_so(string kind)
    {
        using var store = await FilledAsync(
            kind,
            AnArticle.Called("贵阳举办赏花节"),
            AnArticle.Called("标志牌").Saying("牌上写着 guiyang 几个字母。"),
            AnArticle.Called("别处").Saying("贵阳在正文里。"));
        Assert.Equal(["标志牌", "贵阳举办赏花节"], await FoundAsync(store, "guiyang"));
        Assert.Equal(["贵阳举办赏花节"], await FoundAsync(store, "gui yang"));
        Assert.Equal(["贵阳举办赏花节"], await FoundAsync(store, "guiyang 赏花节"));
        var page = await PageAsync(store, new SearchRequest("gui yang"));
        Assert.Equal("贵阳", page.Hits[0].Headline.Single(p => p.Marked).Text);
    }

    [Theory, StoreKinds]
    public async Task Where_nothing_holds_all_the_rarest_parts_decide(string kind)
    {
        using var store = await FilledAsync(
            kind,
            AnArticle.Called("水库").Saying("青石水库在城北，由县里修建于1958年，蓄水两千万方。"),
            AnArticle.Called("公园").Saying("公园在城北，由县里修建。"),
            AnArticle.Called("地铁").Saying("线路很多。"));
        var page = await PageAsync(store, new SearchRequest("青石水库是哪一年修建的？"));
        Assert.True(page.Widened);
        Assert.Equal("水库", page.Hits[0].Article.Headline);
        Assert.DoesNotContain(page.Hits, h => h.Article.Headline == "地铁");
        Assert.Contains(page.Hits[0].Snippet, p => p is { Marked: true, Text: "青石水库" });
        Assert.Empty(await FoundAsync(store, "\"青石水库是哪一年修建的\""));
    }

    [Theory, StoreKinds]
    public async Task Half_an_English_word_finds_the_whole_one(string kind)
    {
        using var store = await FilledAsync(kind, AnArticle.Called("学习 JavaScript"), AnArticle.Called("别的"));
        Assert.Equal(["学习 JavaScript"], await FoundAsync(store, "javasc"));
    }

    [Theory, StoreKinds]
    public async Task Suggestions_sound_the_same_or_ask_for_less_and_all_find_something(string kind)
    {
        using var store = await FilledAsync(kind, AnArticle.Called("贵阳举办赏花节"), AnArticle.Called("工信部公布名单"));
        var slip = await PageAsync(store, new SearchRequest("贵洋"));
        Assert.Equal(0, slip.Total);
        Assert.Equal(["贵阳"], slip.Suggestions);
        var two = await PageAsync(store, new SearchRequest("\"赏花节\" \"火箭\""));
        Assert.Equal(0, two.Total);
        Assert.Contains("赏花节", two.Suggestions);
        foreach (var suggestion in two.Suggestions)
        {
            Assert.NotEmpty(await FoundAsync(store, suggestion));
        }
    }

    [Theory, StoreKinds]
    public async Task Filters_narrow_and_each_counts_what_the_others_leave(string kind)
    {
        using var store = await FilledAsync(
            kind,
            AnArticle.Called("大桥一").In("本地").With("source", "日报").At("2024-02-01"),
            AnArticle.Called("大桥二").In("本地").With("source", "晚报").At("2025-02-01"),
            AnArticle.Called("大桥三").In("体育").With("source", "晚报").At("2025-12-31 23:30:00"));
        var all = await PageAsync(store, new SearchRequest("大桥"));
        Assert.Equal([("本地", 2), ("体育", 1)], all.Sections.Select(s => (s.Name, s.Count)));
        Assert.Equal([("晚报", 2), ("日报", 1)], all.Sources.Select(s => (s.Name, s.Count)));
        Assert.Equal([(2025, 2), (2024, 1)], all.Years.Select(y => (y.Year, y.Count)));
        var local = await PageAsync(store, new SearchRequest("大桥", Section: all.Sections[0].Slug));
        Assert.Equal(["大桥二", "大桥一"], local.Hits.Select(h => h.Article.Headline));
        Assert.Equal(2, local.Sections.Count);
        Assert.Equal([("晚报", 1), ("日报", 1)], local.Sources.OrderByDescending(s => s.Name).Select(s => (s.Name, s.Count)));
        var lastDay = await PageAsync(store, new SearchRequest("大桥", From: new DateOnly(2025, 12, 31), To: new DateOnly(2025, 12, 31)));
        Assert.Equal(["大桥三"], lastDay.Hits.Select(h => h.Article.Headline));
        Assert.Equal(2, (await PageAsync(store, new SearchRequest("桥", From: new DateOnly(2025, 1, 1)))).Total);
        Assert.Equal(0, (await PageAsync(store, new SearchRequest("大桥", Section: "nowhere"))).Total);
    }

    [Theory, StoreKinds]
    public async Task An_index_of_older_rules_is_made_anew(string kind)
    {
        using var store = await FilledAsync(kind, AnArticle.Called("大桥一"), AnArticle.Called("大桥二"));
        await using (var db = store.Store.CreateContext())
        {
            await db.Set<SearchEntry>().ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"ArticleSearch\"");
        }

        Assert.Empty(await FoundAsync(store, "大桥"));
        Assert.Equal(2, await new SearchBacklog(store.Store, Clock).WorkOffAsync());
        Assert.Equal(2, (await FoundAsync(store, "大桥")).Count);
        Assert.Equal(0, await new SearchBacklog(store.Store, Clock).WorkOffAsync());
    }

    [Theory, StoreKinds]
    public async Task Articles_that_share_a_moment_beyond_count_all_have_a_place(string kind)
    {
        var many = Enumerable.Range(0, 150).Select(i => (ValueTuple<string, string>)AnArticle.Called($"大桥第{i}号").At("2026-01-01")).ToArray();
        using var store = await FilledAsync(kind, many);
        Assert.Equal(150, (await FoundAsync(store, "大桥")).Distinct().Count());
    }

    private static async Task<SearchPage> PageAsync(TestStore store, SearchRequest request)
    {
        await using var db = store.Store.CreateContext();
        return await ArticleSearch.SearchAsync(db, request, NewsPortal.Core.Reading.SiteZone.Find("Asia/Shanghai"));
    }

    private static async Task<List<string>> FoundAsync(TestStore store, string query)
    {
        await using var db = store.Store.CreateContext();
        var ids = await ArticleSearch.RankAsync(db, query, 1000);
        var names = await db.Articles.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Headline);
        return [.. ids.Select(id => names[id])];
    }

    private async Task<TestStore> FilledAsync(string kind, params (string Path, string Text)[] files)
    {
        var store = kind == StoreKindsAttribute.Postgres ? await TestStore.PostgresAsync(server) : await TestStore.SqliteAsync();
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in files)
        {
            folder.Write(path, text);
        }

        var options = new ImportOptions("import", NewsPortal.Core.Reading.SiteZone.Find("Asia/Shanghai"));
        var report = await new ArticleImporter(store.Store, Clock).ImportAsync(InputReader.Read([folder.Path]), options);
        Assert.Equal($"added {files.Length}, revised 0, unchanged 0, rejected 0", report.ToString());
        return store;
    }
}
