using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>The front page. No article stands on it twice, but that what is read most is listed once more at its foot.</summary>
/// <param name="Lead">The lead story; null on an empty site.</param>
/// <param name="Followers">Four stories below it.</param>
/// <param name="Seconds">Four stories beside it, one with a picture first.</param>
/// <param name="Latest">The newest of the others.</param>
/// <param name="Blocks">The sections, each with what is not shown above.</param>
public sealed record FrontPage(
    Article? Lead,
    IReadOnlyList<Article> Followers,
    IReadOnlyList<Article> Seconds,
    IReadOnlyList<Article> Latest,
    IReadOnlyList<FrontBlock> Blocks)
{
    /// <summary>What was read most in 24 hours; empty where nothing is counted.</summary>
    public IReadOnlyList<Article> Hot { get; init; } = [];

    /// <summary>Stories that are being told, with steps that stand nowhere above.</summary>
    public IReadOnlyList<FrontStory> Stories { get; init; } = [];

    /// <summary>How many articles can be pinned besides the lead: the places below and beside it.</summary>
    public const int MostPins = FollowerCount + SecondCount;

    // Deep enough that a lead with a picture and one story of each section are found among what is still news.
    private const int Depth = 40;

    private const int FollowerCount = 4;
    private const int SecondCount = 4;
    private const int LatestCount = 12;
    private const int BlockLength = 6;
    private const int MostBlocks = 16;

    // A lead picture is shown up to 700 px wide; a smaller or an upright one would be blown up or cut to pieces.
    private const int LeadWidth = 640;

    /// <summary>Reads the front page.</summary>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FrontPage> LoadAsync(NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        var newest = await db.Articles.Latest().Take(Depth).ToListAsync(cancellationToken);
        var (pinnedLead, pins) = await PinsAsync(db, site, cancellationToken);
        var free = newest.Where(a => pinnedLead?.Id != a.Id && !pins.Exists(p => p.Id == a.Id)).ToList();
        var lead = pinnedLead ?? free.Find(a => a.LeadPicture is { } p && p.Width >= LeadWidth && p.Width > p.Height) ?? free.FirstOrDefault();
        var rest = free.Where(a => a != lead).ToList();

        // One story of each section in turn: a busy section must not fill the top of the page. What editors pinned comes first, in their order.
        var varied = pins.Concat(rest.GroupBy(a => a.SectionId)
            .SelectMany(g => g.Select((article, place) => (article, place)))
            .OrderBy(s => s.place).ThenByDescending(s => s.article.PublishedUtc).ThenByDescending(s => s.article.Id)
            .Select(s => s.article)).Take(MostPins).ToList();
        var pictured = varied.Find(a => a.LeadPicture is not null);
        var seconds = varied.Where(a => a != pictured).Take(pictured is null ? SecondCount : SecondCount - 1).ToList();
        var followers = varied.Where(a => a != pictured && !seconds.Contains(a)).ToList();
        if (pictured is not null)
        {
            seconds.Insert(0, pictured);
        }

        var latest = rest.Where(a => !seconds.Contains(a) && !followers.Contains(a)).Take(LatestCount).ToList();
        long[] above = [.. latest.Concat(seconds).Concat(followers).Select(a => a.Id), lead?.Id ?? 0];
        var stories = await FrontStory.LoadAsync(db, newest, above, cancellationToken);
        long[] shown = [.. above, .. stories.SelectMany(s => s.Steps).Select(a => a.Id)];
        return new FrontPage(lead, followers, seconds, latest, await BlocksAsync(db, site, shown, cancellationToken))
        {
            Stories = stories,
            Hot = await db.Articles.MostRead(db, HotWindow.Day).Take(HotList.ShortLength).ToListAsync(cancellationToken),
        };
    }

    // A pin whose end has come is not shown any more, even before the clock's event takes it away.
    private static async Task<(Article? Lead, List<Article> Others)> PinsAsync(NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken)
    {
        var pins = await db.FrontPins.AsNoTracking().Where(p => p.UntilUtc == null || p.UntilUtc > site.AsOfUtc)
            .OrderBy(p => p.Position).ToListAsync(cancellationToken);
        if (pins.Count == 0)
        {
            return (null, []);
        }

        long[] ids = [.. pins.Select(p => p.ArticleId)];
        var articles = await db.Articles.Visible().Where(a => ids.Contains(a.Id)).ForLists().ToDictionaryAsync(a => a.Id, cancellationToken);
        return (
            pins.Find(p => p.IsLead) is { } lead ? articles.GetValueOrDefault(lead.ArticleId) : null,
            [.. pins.Where(p => !p.IsLead).Select(p => articles.GetValueOrDefault(p.ArticleId)).OfType<Article>()]);
    }

    private static async Task<IReadOnlyList<FrontBlock>> BlocksAsync(
        NewsDbContext db, SiteSnapshot site, long[] shown, CancellationToken cancellationToken)
    {
        var blocks = new List<FrontBlock>();
        foreach (var section in site.Sections.Take(MostBlocks))
        {
            var articles = await db.Articles.Visible().Where(a => a.Section.Slug == section.Slug).OnePerReport()
                .Where(a => !shown.Contains(a.Id))
                .NewestFirst().ForLists().Take(BlockLength).ToListAsync(cancellationToken);
            if (articles.Count > 0)
            {
                var first = articles.Find(a => a.LeadPicture is not null) ?? articles[0];
                blocks.Add(new FrontBlock(section, first, articles.Where(a => a != first).ToList()));
            }
        }

        return blocks;
    }
}

/// <summary>A section on the front page.</summary>
/// <param name="Section">The section.</param>
/// <param name="First">Its first story, with a picture where one of its newest has one.</param>
/// <param name="Others">Up to five others.</param>
public sealed record FrontBlock(SectionLink Section, Article First, IReadOnlyList<Article> Others);
