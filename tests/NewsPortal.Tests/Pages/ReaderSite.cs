using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Tests.Pages;

/// <summary>The real site over a real store with known articles, at a moment that stands still.</summary>
public sealed class ReaderSite : IAsyncLifetime
{
    public const string NastyHeadline = "</script><script>alert(1)</script> & \"引号\" ]]> <b>\u0001\u2028尾";
    public const string Secret = "秘而不宣";

    /// <summary>The section with more than two pages; its articles share four moments.</summary>
    public const int Many = 130;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "newsportal-tests", Guid.NewGuid().ToString("N"));
    private WebApplication? _app;

    public static DateTime Now { get; } = new(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc);

    public HttpClient Client { get; private set; } = null!;

    public string BaseUrl { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        var clock = new StoppedClock();
        var store = await NewsStore.OpenAsync(new StoreLocation(_folder));
        await using (var db = store.CreateContext())
        {
            await FillAsync(db, clock);
        }

        _app = await SiteHost.BuildAsync(["--urls", "http://127.0.0.1:0"], _ => Task.FromResult(store), clock);
        BaseUrl = await _app.StartSiteAsync();
        _app.Services.GetService<SiteReadiness>()?.Ready();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(BaseUrl) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    public async Task<(int Status, string? Location)> StatusAsync(string path)
    {
        var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, answer.Headers.Location?.ToString());
    }

    public Task<string> TextAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative));

    private static async Task FillAsync(NewsDbContext db, TimeProvider clock)
    {
        var many = new Section { Name = "本地", Slug = "ben-di", Position = 0 };
        var few = new Section { Name = "科技", Slug = "ke-ji", Position = 1 };
        var empty = new Section { Name = "空栏", Slug = "kong-lan", Position = 2 };
        db.Sections.Add(empty);
        Source[] sources = [.. new[] { "甲报", "乙报", "丙报" }.Select((n, i) => new Source { Name = n, NameKey = n, Slug = $"bao-{i}" })];
        var tag = new Tag { Name = "桥梁", NameKey = "桥梁", Slug = "qiao-liang" };
        var writer = new Author { Name = "孙一", NameKey = "孙一", Slug = "sun-yi" };
        db.AddRange([many, few, .. sources, tag, writer]);
        await db.SaveChangesAsync();

        await using var edition = await Edition.BeginAsync(db, clock, "import");
        for (var i = 0; i < Many; i++)
        {
            Publish(edition, many, $"many-{i}", $"第{i}条新闻", Now.AddDays(-3 - (i / 40)));
        }

        var full = New(few, "full", "长桥合龙通车 两岸相距十分钟", Now.AddHours(-5));
        (full.Kicker, full.Subheadline, full.Editor, full.Byline, full.Source) = ("引题", "副题", "陈编", "全媒体记者 孙一", sources[0]);
        full.Authors.Add(new ArticleAuthor { Author = writer });
        full.Tags.Add(new ArticleTag { Tag = tag });
        full.RevisedUtc = Now.AddHours(-1);
        edition.Publish(full, Body("<p>见<a href=\"/2026/11/24/dated\">旧文</a>。</p>"));
        var nasty = New(few, "nasty", NastyHeadline, Now.AddHours(-6));
        edition.Publish(nasty, Body("<p>正文。</p>"));
        var dated = New(few, "dated", "只有日期", new DateTime(2026, 11, 23, 16, 0, 0, DateTimeKind.Utc));
        dated.PublishedDateOnly = true;
        edition.Publish(dated, Body("<p>正文。</p>"));
        var old = New(few, "old", "四十八小时零一秒前", Now.AddHours(-48).AddSeconds(-1));
        edition.Publish(old, Body("<p>正文。</p>"));
        await edition.CommitAsync();

        for (var i = 0; i < sources.Length; i++)
        {
            await using var reprints = await Edition.BeginAsync(db, clock, "import");
            var copy = New(few, $"copy-{i}", "同一篇报道", Now.AddHours(-9).AddMinutes(-i));
            copy.Source = sources[i];
            reprints.Publish(copy, Body("<p>云川大桥检修期间，两岸的渡船照常往返，首班早上六点开，末班晚上九点收，老人和孩子上船不用排队，自行车可以推上甲板。</p>"));
            await reprints.CommitAsync();
        }

        await HideAsync(db, clock, few, tag, writer, sources[0]);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Corrected, ArticleId = full.Id, AtUtc = Now, Actor = "chen", Detail = "初稿误写桥长。" }], []);
        await transaction.CommitAsync();
    }

    private static async Task HideAsync(NewsDbContext db, TimeProvider clock, Section section, Tag tag, Author writer, Source source)
    {
        await using var edition = await Edition.BeginAsync(db, clock, "import");
        var draft = Hidden("draft", Now.AddHours(-2));
        edition.Keep(draft, Body("<p>草稿。</p>"));
        edition.Publish(Hidden("scheduled", Now.AddHours(2)), Body("<p>定时。</p>"));
        var embargoed = Hidden("embargoed", Now.AddHours(-2));
        embargoed.EmbargoUtc = Now.AddHours(2);
        edition.Publish(embargoed, Body("<p>禁发。</p>"));
        var withdrawn = Hidden("withdrawn", Now.AddHours(-2));
        var body = Body("<p>撤稿。</p>");
        edition.Publish(withdrawn, body);
        await edition.CommitAsync();
        await using var second = await Edition.BeginAsync(db, clock, "chen");
        second.Withdraw(withdrawn, body, "失实");
        await second.CommitAsync();

        Article Hidden(string slug, DateTime published)
        {
            var article = New(section, slug, $"{Secret}{slug}", published);
            article.Source = source;
            article.Tags.Add(new ArticleTag { Tag = tag });
            article.Authors.Add(new ArticleAuthor { Author = writer });
            return article;
        }
    }

    private static void Publish(Edition edition, Section section, string slug, string headline, DateTime published) =>
        edition.Publish(New(section, slug, headline, published), Body($"<p>{headline}的正文。</p>"));

    private static Article New(Section section, string slug, string headline, DateTime published) => new()
    {
        Slug = slug,
        Day = ArticleAddress.Day(DateOnly.FromDateTime(published.AddHours(8))),
        Headline = headline,
        Summary = headline,
        PublishedUtc = published,
        CreatedUtc = published,
        Section = section,
        CharacterCount = 500,
    };

    private static ArticleBody Body(string html) => new() { Html = html, Text = html };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Now);
    }
}
