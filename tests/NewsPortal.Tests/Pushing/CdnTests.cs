using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Tests.Pushing;

/// <summary>A CDN in front of the site: what it may keep, and what it is told to forget.</summary>
public sealed partial class CdnTests
{
    private const int Articles = 60;

    [Fact]
    public async Task O12_a_cdn_is_told_to_forget_every_answer_that_a_change_touches_and_no_article_that_it_does_not()
    {
        await using var cdn = await Receiver.StartAsync();
        await using var site = await TestSite.StartAsync(
            "--NewsPortal:Site:BaseUrl=https://news.example", "--NewsPortal:Push:Cdn:Kind=varnish", $"--NewsPortal:Push:Cdn:Url={cdn.Address}", "--NewsPortal:Push:Cdn:Token=secret");
        await site.ImportAsync([.. Enumerable.Range(0, Articles).Select(i => ((string, string))AnArticle.Called($"第{i}号河段清淤{(char)('甲' + (i * 37))}完工").At($"2026-09-{1 + (i / 3):00} 0{i % 3}:00").In(i % 2 == 0 ? "城市" : "乡村").With("slug", $"river-{i}").With("tags", $"[河{i % 4}]"))]);
        await SettleAsync(site, cdn);

        // An old article in no list of the latest: only its own page and its neighbours' change.
        var old = await ChangeAsync(site, cdn, (edition, article) =>
        {
            var before = TermFrequencies.Of(article.Headline, article.Body!.Text);
            article.Headline = "清淤之后河段水清了";
            edition.Revise(article, article.Body, before);
        });
        Assert.Equal(old.ChangedArticles.Order(), old.ForgottenArticles.Order());
        Assert.InRange(old.ChangedArticles.Count, 1, Articles / 2);

        var gone = await ChangeAsync(site, cdn, (edition, article) => edition.Withdraw(article, article.Body!, "写错了"));
        Assert.Equal(gone.ChangedArticles.Order(), gone.ForgottenArticles.Order());

        // What is new stands in the latest list, and that on every page.
        var (held, calls) = (await CrawlAsync(site), cdn.Calls.Count);
        await site.ImportAsync(AnArticle.Called("今晨大桥合龙").At("2026-11-24 09:00").In("城市"));
        await SettleAsync(site, cdn);
        var fresh = await CompareAsync(site, held, Told(cdn, calls));
        Assert.True(fresh.ChangedArticles.Count >= Articles - 2, $"{fresh.ChangedArticles.Count} pages changed");
        Assert.All(cdn.Calls, c => Assert.Equal("secret", c.Headers["X-PURGE-TOKEN"]));
    }

    [Fact]
    public async Task Without_a_cdn_that_can_be_told_nothing_says_that_one_may_keep_anything()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").With("slug", "bridge").At("2026-11-24 09:00"));
        foreach (var path in (string[])["/", "/2026/11/24/bridge", "/feed.xml"])
        {
            using var answer = await site.Client.GetAsync(path);
            Assert.Equal("max-age=0, must-revalidate, public", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order()));
            Assert.DoesNotContain(answer.Headers, h => h.Key is "CDN-Cache-Control" or "xkey" or "Surrogate-Key" or "Surrogate-Control" or "Cache-Tag");
        }
    }

    [Theory]
    [InlineData("fastly", "Surrogate-Key", "site lists")]
    [InlineData("cloudflare", "Cache-Tag", "site,lists")]
    [InlineData("varnish", "xkey", "site lists")]
    public async Task Each_cdn_is_spoken_to_in_its_own_words(string kind, string header, string keys)
    {
        await using var cdn = await Receiver.StartAsync();
        await using var site = await TestSite.StartAsync(
            "--NewsPortal:Site:BaseUrl=https://news.example", $"--NewsPortal:Push:Cdn:Kind={kind}", $"--NewsPortal:Push:Cdn:Url={cdn.Address}", "--NewsPortal:Push:Cdn:Token=secret");
        using var answer = await site.Client.GetAsync("/latest");
        Assert.Equal(keys, string.Join(' ', answer.Headers.GetValues(header)));
        Assert.StartsWith("max-age=3600", Assert.Single(answer.Headers.GetValues("CDN-Cache-Control")), StringComparison.Ordinal);
        using var search = await site.Client.GetAsync("/search?q=%E6%A1%A5");
        Assert.Equal("no-store", Assert.Single(search.Headers.GetValues("CDN-Cache-Control")));
        using var missing = await site.Client.GetAsync("/nowhere");
        Assert.Equal("no-store", Assert.Single(missing.Headers.GetValues("CDN-Cache-Control")));

        await site.ImportAsync(AnArticle.Called("桥今天通车"));
        await SettleAsync(site, cdn);
        var call = cdn.Calls[0];
        var told = kind switch
        {
            "fastly" => (call.Headers["FASTLY-KEY"], call.Headers["SURROGATE-KEY"]),
            "cloudflare" => (call.Headers["AUTHORIZATION"].Replace("Bearer ", string.Empty, StringComparison.Ordinal), string.Join(' ', Tags().Matches(call.Body).Select(m => m.Groups[1].Value))),
            _ => (call.Headers["X-PURGE-TOKEN"], call.Headers["XKEY-SOFTPURGE"]),
        };
        Assert.Equal("secret", told.Item1);
        Assert.Contains("lists", told.Item2.Split(' '));
        Assert.Contains("article-1", told.Item2.Split(' '));
    }

    [Fact]
    public async Task A_cdn_that_fails_is_told_again_and_one_that_is_no_more_leaves_no_queue()
    {
        await using var cdn = await Receiver.StartAsync();
        cdn.Answers = (_, number) => number == 0 ? (500, "busy") : (200, string.Empty);
        using var data = new TemporaryFolder();
        await using (var site = await TestSite.StartAsync(
            "--NewsPortal:Site:BaseUrl=https://news.example", "--NewsPortal:Push:Cdn:Kind=varnish", $"--NewsPortal:Push:Cdn:Url={cdn.Address}"))
        {
            await site.ImportAsync(AnArticle.Called("桥今天通车"));
            await WaitAsync(() => cdn.Calls.Count > 0);
            await using (var db = site.Store.CreateContext())
            {
                await WaitAsync(() => db.PushDeliveries.AsNoTracking().All(d => d.Attempts == 1));
            }

            site.Clock.Pass(TimeSpan.FromMinutes(2));
            await SettleAsync(site, cdn);
            Assert.Equal(cdn.Calls[0].Headers["XKEY-SOFTPURGE"], cdn.Calls[1].Headers["XKEY-SOFTPURGE"]);
        }
    }

    [Theory]
    [InlineData("Cdn:Kind=akamai", "Varnish, Fastly, Cloudflare")]
    [InlineData("Cdn:Kind=fastly", "Cdn:Url is missing")]
    public async Task A_cdn_that_cannot_be_told_is_refused_at_the_start(string option, string said)
    {
        var fault = await Assert.ThrowsAsync<SettingException>(async () => await TestSite.StartAsync("--NewsPortal:Push:" + option));
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    // Everything that was held and is not the same any more must have been forgotten.
    private static async Task<Outcome> ChangeAsync(TestSite site, Receiver cdn, Action<Edition, Article> change)
    {
        var (held, calls) = (await CrawlAsync(site), cdn.Calls.Count);
        await using (var db = site.Store.CreateContext())
        {
            var article = await db.Articles.WithEverything().SingleAsync(a => a.Slug == "river-10");
            await using var edition = await Edition.BeginAsync(db, site.Clock, "chen");
            change(edition, article);
            await edition.CommitAsync();
        }

        await site.RefreshAsync();
        await SettleAsync(site, cdn);
        return await CompareAsync(site, held, Told(cdn, calls));
    }

    private static async Task<Outcome> CompareAsync(TestSite site, Dictionary<string, Held> held, HashSet<string> told)
    {
        var now = await CrawlAsync(site, held.Keys);
        var changed = held.Where(h => now[h.Key].Tag != h.Value.Tag).ToList();
        Assert.All(changed, h => Assert.True(h.Value.Keys.Overlaps(told), $"{h.Key} changed and is kept: {string.Join(' ', h.Value.Keys)}"));
        return new Outcome(
            [.. changed.Select(h => h.Key).Where(p => p.StartsWith("/2026", StringComparison.Ordinal) && p.Count(c => c == '/') == 4)],
            [.. held.Where(h => h.Value.Keys.Overlaps(told)).Select(h => h.Key).Where(p => p.StartsWith("/2026", StringComparison.Ordinal) && p.Count(c => c == '/') == 4)]);
    }

    private static HashSet<string> Told(Receiver cdn, int since) =>
        [.. cdn.Calls.Skip(since).SelectMany(c => c.Headers["XKEY-SOFTPURGE"].Split(' '))];

    private static async Task<Dictionary<string, Held>> CrawlAsync(TestSite site, IEnumerable<string>? only = null)
    {
        var seen = new Dictionary<string, Held>(StringComparer.Ordinal);
        var open = new Queue<string>(only ?? ["/", "/sitemap.xml", "/feed.xml", "/atom.xml", "/about", "/corrections", "/robots.txt"]);
        while (open.TryDequeue(out var path))
        {
            if (seen.ContainsKey(path))
            {
                continue;
            }

            using var answer = await site.Client.GetAsync(path);
            var keys = answer.Headers.TryGetValues("xkey", out var told) ? string.Join(' ', told).Split(' ') : [];
            seen.Add(path, new Held(answer.Headers.ETag?.Tag ?? answer.StatusCode.ToString(), keys.ToHashSet(StringComparer.Ordinal)));
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            foreach (Match link in Links().Matches(await answer.Content.ReadAsStringAsync()))
            {
                if (only is null && !link.Groups[1].Value.StartsWith("/search", StringComparison.Ordinal))
                {
                    open.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value.Split('#')[0]));
                }
            }
        }

        return seen;
    }

    private static async Task SettleAsync(TestSite site, Receiver cdn)
    {
        await using var db = site.Store.CreateContext();
        await WaitAsync(() => cdn.Calls.Count > 0 && !db.PushDeliveries.AsNoTracking().Any(d => d.State == NewsPortal.Core.Pushing.PushState.Waiting));
    }

    private static async Task WaitAsync(Func<bool> done)
    {
        for (var tries = 0; !done(); tries++)
        {
            Assert.True(tries < 300, "the CDN was not told");
            await Task.Delay(100);
        }
    }

    [GeneratedRegex("(?:href|src)=\"(/[^\"]*)\"|<loc>https://news.example(/[^<]+)</loc>")]
    private static partial Regex Links();

    [GeneratedRegex("\"([a-z]+(?:-[0-9]+)?)\"(?=[,\\]])")]
    private static partial Regex Tags();

    private sealed record Held(string Tag, HashSet<string> Keys);

    private sealed record Outcome(IReadOnlyList<string> ChangedArticles, IReadOnlyList<string> ForgottenArticles);
}
