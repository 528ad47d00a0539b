using NewsPortal.Core.Reading;
using NewsPortal.Web.Serving.Kept;

namespace NewsPortal.Tests.Serving.Kept;

/// <summary>What the memory for pages keeps and what it lets go.</summary>
public sealed class PageCacheTests
{
    private const int PageBytes = 10_000;
    private static readonly SiteSnapshot Site = new(new SiteSettings(), "https://news.example", 1, default, default, [], false);

    [Fact]
    public void A_program_that_walks_through_every_old_page_pushes_no_popular_page_out()
    {
        var cache = new PageCache(100 * (PageBytes + 1024));
        var popular = Enumerable.Range(0, 50).Select(i => $"/popular/{i}").ToList();
        foreach (var page in Enumerable.Repeat(popular, 10).SelectMany(p => p))
        {
            Ask(cache, page);
        }

        for (var i = 0; i < 100_000; i++)
        {
            Ask(cache, $"/old/{i}");
            if (i % 100 == 0)
            {
                popular.ForEach(p => Ask(cache, p));
            }
        }

        Assert.All(popular, p => Assert.NotNull(cache.Find(p, Site)));
    }

    [Fact]
    public void Pages_that_become_popular_take_the_place_of_those_that_were()
    {
        var cache = new PageCache(20 * (PageBytes + 1024));
        foreach (var set in (string[])["/monday", "/tuesday"])
        {
            for (var round = 0; round < 200; round++)
            {
                for (var i = 0; i < 15; i++)
                {
                    Ask(cache, $"{set}/{i}");
                }
            }
        }

        Assert.True(Enumerable.Range(0, 15).Count(i => cache.Find($"/tuesday/{i}", Site) is not null) >= 12);
    }

    [Fact]
    public void It_never_takes_more_than_it_may()
    {
        const long most = 50 * PageBytes;
        var cache = new PageCache(most);
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            Ask(cache, $"/{(int)(500 * Math.Pow(random.NextDouble(), 3))}", random.Next(1, 3 * PageBytes));
            Assert.InRange(cache.Bytes, 0, most);
        }

        Assert.True(cache.Count > 10);
    }

    [Fact]
    public void A_page_of_another_state_of_the_site_is_not_found()
    {
        var cache = new PageCache(1_000_000);
        Ask(cache, "/");
        Ask(cache, "/");
        Assert.NotNull(cache.Find("/", Site));
        Assert.Null(cache.Find("/", Site with { Sequence = 2 }));
    }

    private static void Ask(PageCache cache, string target, int bytes = PageBytes)
    {
        if (cache.Find(target, Site) is null)
        {
            cache.Offer(target, new ReadyAnswer(Site, "text/html", "hash", null, [new byte[bytes]]));
        }
    }
}
