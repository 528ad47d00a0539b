using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>What every page shares, as it stands at one place of the change ledger. No view reads the clock: it reads this.</summary>
/// <param name="Settings">What the publisher set.</param>
/// <param name="BaseUrl">Absolute address of the site, without a trailing slash.</param>
/// <param name="Sequence">The newest ledger row's number; 0 where there is none.</param>
/// <param name="AsOfUtc">The newest ledger row's time: "now" for every view.</param>
/// <param name="LastChangeUtc">When the public content last changed, clock events apart.</param>
/// <param name="Sections">Sections that have articles, in order.</param>
/// <param name="HasSamples">Sample articles are shown.</param>
public sealed record SiteSnapshot(
    SiteSettings Settings,
    string BaseUrl,
    long Sequence,
    DateTime AsOfUtc,
    DateTime LastChangeUtc,
    IReadOnlyList<SectionLink> Sections,
    bool HasSamples)
{
    /// <summary>The zone that times are shown in.</summary>
    public TimeZoneInfo Zone { get; } = Settings.Zone;

    /// <summary>There is something to show at <c>/hot</c>; without it nothing leads there.</summary>
    public bool HasHot { get; init; }

    /// <summary>Public pages beside the articles that the foot of every page leads to, in order.</summary>
    public IReadOnlyList<PageLink> Pages { get; init; } = [];

    /// <summary>What matters most in a picture, by its number, where an editor said so.</summary>
    public IReadOnlyDictionary<int, FocalPoint> Focus { get; init; } = new Dictionary<int, FocalPoint>();

    /// <summary>Today in the site's zone.</summary>
    public DateOnly Today => Zone.DayOf(AsOfUtc);

    /// <summary>Reads the snapshot.</summary>
    /// <param name="db">The store.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="baseUrl">Absolute address of the site, without a trailing slash.</param>
    /// <param name="nowUtc">Taken as the time of an empty ledger.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SiteSnapshot> LoadAsync(
        NewsDbContext db, SiteSettings settings, string baseUrl, DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var last = await db.Changes.AsNoTracking().OrderByDescending(c => c.Sequence)
            .Select(c => new { c.Sequence, c.AtUtc }).FirstOrDefaultAsync(cancellationToken);
        var change = await db.Changes.AsNoTracking().Where(c => c.Kind != Changes.ChangeKind.Clock)
            .OrderByDescending(c => c.Sequence).Select(c => (DateTime?)c.AtUtc).FirstOrDefaultAsync(cancellationToken);
        var visible = db.Articles.Visible();
        var sections = await db.Sections.AsNoTracking()
            .Where(s => visible.Any(a => a.SectionId == s.Id))
            .OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new SectionLink(s.Name, s.Slug)).ToListAsync(cancellationToken);
        var samples = await db.Articles.AnyAsync(a => a.IsSample, cancellationToken);
        return new SiteSnapshot(settings, baseUrl, last?.Sequence ?? 0, last?.AtUtc ?? nowUtc, change ?? nowUtc, sections, samples)
        {
            Pages = await db.FixedPages.AsNoTracking().Where(p => p.IsPublic && p.IsInFooter).OrderBy(p => p.Position).ThenBy(p => p.Id)
                .Select(p => new PageLink(p.Title, "/pages/" + p.Slug)).ToListAsync(cancellationToken),
            HasHot = await visible.AnyAsync(a => db.HotEntries.Any(e => e.ArticleId == a.Id), cancellationToken),
            Focus = await PictureFocus.AllAsync(db, cancellationToken),
        };
    }
}

/// <summary>A section in the navigation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its part of the address.</param>
public sealed record SectionLink(string Name, string Slug);

/// <summary>A page beside the articles, in the foot of every page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Path">Its address, root-relative.</param>
public sealed record PageLink(string Title, string Path);
