using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Hosting;

/// <summary>Reads a test's site as a browser does, and looks up what was counted.</summary>
public static class Reader
{
    /// <summary>A browser's name; each number is another reader's.</summary>
    public static string Agent(int reader = 1) => $"Mozilla/5.0 (X11; Linux x86_64; rv:{reader}.0) Gecko/20100101 Firefox/{reader}.0";

    /// <summary>Reads a page.</summary>
    public static async Task<HttpResponseMessage> ReadAsync(this TestSite site, string path, int reader = 1, Action<HttpRequestMessage>? change = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent(reader));
        change?.Invoke(request);
        return await site.Client.SendAsync(request);
    }

    /// <summary>Has a page read by some readers who have not been there.</summary>
    public static async Task ReadByAsync(this TestSite site, string path, int first, int readers)
    {
        for (var reader = first; reader < first + readers; reader++)
        {
            (await site.ReadAsync(path, reader)).EnsureSuccessStatusCode();
        }
    }

    /// <summary>Stores what was counted, and tells the reads of an article.</summary>
    public static async Task<long> ReadsOfAsync(this TestSite site, string slug)
    {
        ArgumentNullException.ThrowIfNull(site);

        // A read is counted after its answer; one more answer on the same connection comes after that.
        await site.StatusAsync("/healthz/live");
        await site.Work().StoreAsync();
        await using var db = site.Store.CreateContext();
        return await db.ReadCounts.Where(c => db.Articles.Any(a => a.Id == c.ArticleId && a.Slug == slug)).SumAsync(c => c.Reads);
    }

    public static ReadCountWork Work(this TestSite site) => site?.Services.GetServices<IHostedService>().OfType<ReadCountWork>().Single()
        ?? throw new ArgumentNullException(nameof(site));

    /// <summary>Stores what was counted and lets the time pass after which a new list is made.</summary>
    public static async Task RankAsync(this TestSite site)
    {
        await site.ReadsOfAsync(string.Empty);
        await site.PassAsync(TimeSpan.FromMinutes(10));
    }
}
