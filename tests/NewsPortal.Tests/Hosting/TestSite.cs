using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Hosting;

/// <summary>The real program on a free port over a store of its own; nothing stands in for anything but the clock.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _data;

    private TestSite(WebApplication app, TemporaryFolder data, FixedClock clock, string address)
    {
        _app = app;
        _data = data;
        Clock = clock;
        Address = address;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false })
        {
            BaseAddress = new Uri(address),
        };
    }

    public HttpClient Client { get; }

    public FixedClock Clock { get; }

    public string Address { get; }

    public string DataDirectory => _data.Path;

    public NewsStore Store => _app.Services.GetRequiredService<NewsStore>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a site over an empty store.</summary>
    /// <param name="options">Options as on the command line.</param>
    public static async Task<TestSite> StartAsync(params string[] options)
    {
        var data = new TemporaryFolder();
        await StoreTemplate.CopyToAsync(data.Path);
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        string[] all = ["--urls=http://127.0.0.1:0", $"--data={data.Path}", "--NewsPortal:ContentDirectory=", "--Serilog:MinimumLevel:Default=Error", "--NewsPortal:Limits:SearchBurst=1000000", "--NewsPortal:Limits:ApiBurst=1000000", "--NewsPortal:Newsroom:RequireSecondStep=Nobody", "--NewsPortal:MakeAhead=false", .. options];
        var app = await SiteHost.BuildAsync(all, configuration => NewsStore.OpenAsync(SiteConfiguration.Store(configuration)), clock);
        var address = await app.StartSiteAsync();
        app.Services.GetRequiredService<SiteReadiness>().Ready();
        var site = new TestSite(app, data, clock, address);

        // A site that has an address of its own is asked under it: under another it only leads there.
        if (app.Services.GetRequiredService<CurrentSite>().Snapshot.Settings.BaseUrl is { Length: > 0 } own)
        {
            site.Client.DefaultRequestHeaders.Host = new Uri(own).Authority;
        }

        return site;
    }

    /// <summary>Imports files, given by their path below the imported root and their text.</summary>
    public async Task<ImportReport> ImportAsync(params (string Path, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in files)
        {
            folder.Write(path, text);
        }

        return await ImportFolderAsync(folder.Path);
    }

    /// <summary>Imports a folder.</summary>
    public async Task<ImportReport> ImportFolderAsync(string folder, bool draft = false, Action<ImportResult>? stored = null)
    {
        var zone = Services.GetRequiredService<CurrentSite>().Snapshot.Zone;
        var options = new ImportOptions("import", zone, Draft: draft, IsSample: SampleContent.In(folder));
        var report = await new ArticleImporter(Store, Clock).ImportAsync(InputReader.Read([folder]), options, stored);
        await RefreshAsync();
        return report;
    }

    /// <summary>Reads the ledger now, instead of within its fifth of a second.</summary>
    public Task RefreshAsync() => Services.GetRequiredService<CurrentSite>().RefreshAsync();

    /// <summary>Has every picture drawn in all its sizes. The site's worker may have begun; whoever holds the lock finishes.</summary>
    public async Task DrawPicturesAsync()
    {
        await using var db = Store.CreateContext();
        for (var tries = 0; await db.Pictures.AnyAsync(p => p.Renditions == 0) && tries < 600; tries++)
        {
            await new RenditionBacklog(Store, Clock).WorkOffAsync(workers: 2);
            await Task.Delay(100);
        }

        await RefreshAsync();
    }

    /// <summary>Lets time pass, and its events happen.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Pass(time);
        var events = ActivatorUtilities.CreateInstance<ClockEvents>(Services);
        while (await events.TickAsync(CancellationToken.None))
        {
        }

        await RefreshAsync();
    }

    /// <summary>A page that answers 200, parsed.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}: {html}");
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>The status that an address answers.</summary>
    public async Task<int> StatusAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
    }
}
