using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.WebEncoders;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Api;
using NewsPortal.Web.Crawlers;
using NewsPortal.Web.Newsroom;
using NewsPortal.Web.Pages;
using NewsPortal.Web.Serving;
using NewsPortal.Web.Serving.Kept;
using NewsPortal.Web.StaticSite;
using NewsPortal.Web.Writing;

namespace NewsPortal.Web.Hosting;

/// <summary>Puts the site together.</summary>
public static class SiteHost
{
    /// <summary>Where the site listens unless it is told otherwise.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Builds the site over an open store.</summary>
    /// <param name="args">Options such as <c>--urls</c> and <c>--NewsPortal:Key=…</c>.</param>
    /// <param name="openStore">Opens the store that the configuration names.</param>
    /// <param name="clock">The clock; null for the real one.</param>
    /// <param name="works">It does what a site does by itself: follow the ledger, let time pass, count, push. Without, it only answers.</param>
    public static async Task<WebApplication> BuildAsync(
        string[] args, Func<IConfigurationRoot, Task<NewsStore>> openStore, TimeProvider? clock = null, bool works = true)
    {
        ArgumentNullException.ThrowIfNull(openStore);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(SiteHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        });
        SiteConfiguration.AddSources(builder.Configuration, args);
        if (HasNoAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddSiteLog();
        var limits = SiteLimits.Read(builder.Configuration);
        builder.Services.AddSingleton(limits);
        builder.Services.AddSingleton(await openStore(builder.Configuration));
        builder.Services.AddSingleton(provider => StoreUse.Share(provider.GetRequiredService<NewsStore>().Location));
        builder.Services.AddSingleton<IConfigurationRoot>(builder.Configuration);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        AddSite(builder.Services);
        builder.Services.AddNewsroom(limits, builder.Configuration);
        if (works)
        {
            AddWork(builder.Services);
        }

        PageServer.Add(builder.Services);
        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>Starts the site: reads settings, listens, and notes its own address.</summary>
    /// <param name="app">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The first address bound.</returns>
    public static async Task<string> StartSiteAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.GetRequiredService<StoreUse>();
        var site = app.Services.GetRequiredService<CurrentSite>();
        await using (var db = app.Services.GetRequiredService<NewsStore>().CreateContext())
        {
            await app.Services.GetRequiredService<SiteSettingsStore>().SeedAsync(db, cancellationToken);
        }

        await site.RefreshAsync(force: true, cancellationToken);
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        site.BoundTo(address);
        await site.RefreshAsync(force: true, cancellationToken);
        return address;
    }

    private static bool HasNoAddress(ConfigurationManager configuration) =>
        string.IsNullOrEmpty(configuration["urls"])
        && string.IsNullOrEmpty(configuration["http_ports"])
        && string.IsNullOrEmpty(configuration["https_ports"])
        && !configuration.GetSection("Kestrel:Endpoints").Exists();

    private static void AddSite(IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<NewsStore>().CreateContext());
        services.AddSingleton<SiteSettingsStore>();
        services.AddSingleton<CurrentSite>();
        services.AddSingleton<ViewRenderer>();
        services.AddSingleton<ArticleLookup>();
        services.AddSingleton<ArticleRunSource>();
        services.AddSingleton<SharedRunSource>();
        services.AddSingleton(provider => new PageCache(provider.GetRequiredService<SiteLimits>().PageCacheBytes));
        services.AddSingleton<KeptPages>();
        services.AddSingleton<PageDoor>();
        services.AddSingleton<BrotliWork>();
        services.AddSingleton<RecentReaders>(provider => new RecentReaders(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReadCounter>();
        services.AddSingleton<SiteReadiness>();
        services.AddSingleton<SiteStylesheet>();
        services.AddSingleton<ShareCards>();
        services.AddSingleton<SitemapMonths>();
        services.AddSingleton(provider => new StaticOptions(provider.GetRequiredService<IConfigurationRoot>()["NewsPortal:Static"] == "true"));
        services.AddSingleton(provider => PushConfiguration.Read(provider.GetRequiredService<IConfigurationRoot>()));
        services.AddRazorPages();

        services.AddApiDocument();
        services.AddRateLimits();

        // Without this every Han character outside raw HTML would be eight bytes of entity.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRouting(options => options.LowercaseUrls = true);
    }

    private static void AddWork(IServiceCollection services)
    {
        services.AddHostedService<LedgerTail>();
        services.AddHostedService(provider => provider.GetRequiredService<BrotliWork>());
        services.AddHostedService<ClockEvents>();
        services.AddHostedService<RenditionWork>();
        services.AddHostedService<RunWork>();
        services.AddHostedService<LikenessWork>();
        services.AddHostedService<SearchWork>();
        services.AddHostedService<ReadCountWork>();
        services.AddHostedService<PushWork>();
    }

    private static void Map(WebApplication app)
    {
        app.UseRequestLog();
        app.UseEdgeHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseApiAnswers();
        app.UseRateLimits();
        app.UseStoreOutage();
        app.UseOneHost();
        app.UseOldAddresses();
        app.UseOneAddress();
        app.UseStaticFiles();
        app.UseRouting();
        app.Use(app.Services.GetRequiredService<SlowPages>().TimeAsync);
        app.UseNewsroom();
        app.UseSmallLetters();
        app.UseApiOptions();
        app.UseReadOnlyPages();
        app.UseMiddleware<PageAnswers>();
        app.MapHealth();
        app.MapArticles();
        app.MapMedia();
        app.MapAttachments();
        app.MapPreviews();
        app.MapShareCards();
        app.MapCrawlers();
        app.MapApi();
        app.MapWriteApi();
        SiteStylesheet.Map(app);
        app.MapAddressCodes();
        app.MapRazorPages().Add(page =>
        {
            if (page is RouteEndpointBuilder { RoutePattern.RawText: { } address } && !NewsroomAddresses.Has("/" + address.TrimStart('/')))
            {
                page.Metadata.Add(new BufferedAnswer(address.Equals("search", StringComparison.OrdinalIgnoreCase) ? Keeping.ForAMoment : Keeping.UntilTheNextChange));
                page.Metadata.Add(new SmallLetters(NamesKeepTheirs: true));
                page.Metadata.Add(new ShownKey(SurrogateKeys.Lists));
            }
        });
        app.MapOldAddresses();
    }
}
