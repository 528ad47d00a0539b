using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Crawlers;

/// <summary>What a feed is about.</summary>
/// <param name="Title">Its title: the site's, section's, tag's or source's name.</param>
/// <param name="Path">Root-relative address of the page that shows the same.</param>
/// <param name="Articles">Visible articles.</param>
/// <param name="MayBeEmpty">A feed without an article is a feed all the same.</param>
public sealed record FeedScope(string Title, string Path, IQueryable<Article> Articles, bool MayBeEmpty = true);

/// <summary>A feed with full texts, whatever its format.</summary>
/// <param name="Site">The site.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="Items">Its entries, the newest first.</param>
public sealed record Feed(SiteSnapshot Site, FeedScope Scope, IReadOnlyList<FeedItem> Items)
{
    private const int Length = 30;

    /// <summary>WebSub hubs that tell subscribers of it.</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [];

    /// <summary>Its title with the site's name.</summary>
    public string Title => Scope.Path == "/" ? Scope.Title : $"{Scope.Title} - {Site.Settings.Name}";

    /// <summary>One sentence about it.</summary>
    public string Description => Scope.Path == "/" && Site.Settings.Tagline.Length > 0 ? Site.Settings.Tagline : Title;

    /// <summary>Absolute address of the page that shows the same.</summary>
    public string PageUrl => Site.BaseUrl + Scope.Path;

    /// <summary>When an entry last changed; the site's last change where there is none.</summary>
    public DateTime ChangedUtc => Items.Count == 0 ? Site.LastChangeUtc : Items.Max(i => i.ModifiedUtc);

    /// <summary>Absolute address of the feed in a format.</summary>
    /// <param name="format">The format.</param>
    public string SelfUrl(FeedFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return $"{Site.BaseUrl}{(Scope.Path == "/" ? string.Empty : Scope.Path)}/{format.FileName}";
    }

    /// <summary>Reads a feed.</summary>
    /// <param name="db">The store.</param>
    /// <param name="location">Where its pictures are.</param>
    /// <param name="site">The site.</param>
    /// <param name="scope">What it is about.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it has no article and may not be empty.</returns>
    public static async Task<Feed?> LoadAsync(
        NewsDbContext db, StoreLocation location, SiteSnapshot site, FeedScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(scope);
        var articles = await scope.Articles.NewestFirst().Take(Length).ForLists()
            .Include(a => a.Tags.OrderBy(t => t.Position)).ThenInclude(t => t.Tag)
            .Include(a => a.Authors.OrderBy(w => w.Position)).ThenInclude(w => w.Author)
            .Include(a => a.Pictures).ThenInclude(p => p.Picture)
            .AsSplitQuery().ToListAsync(cancellationToken);
        if (articles.Count == 0 && !scope.MayBeEmpty)
        {
            return null;
        }

        var ids = articles.Select(a => a.Id).ToArray();
        var bodies = await db.Bodies.AsNoTracking().Where(b => ids.Contains(b.ArticleId))
            .Select(b => new { b.ArticleId, b.Html }).ToDictionaryAsync(b => b.ArticleId, b => b.Html, cancellationToken);
        var corrections = (await Correction.All(db).Where(c => ids.Contains(c.ArticleId!.Value)).ToListAsync(cancellationToken))
            .ToLookup(c => c.ArticleId!.Value);
        var reports = articles.Where(a => a.LiveFromUtc is not null).Select(a => a.Id).ToArray();
        var updates = (reports.Length == 0 ? [] : await db.LiveUpdates.AsNoTracking().Where(u => reports.Contains(u.ArticleId)).NewestFirst().ToListAsync(cancellationToken))
            .ToLookup(u => u.ArticleId);
        return new Feed(site, scope, [.. articles.Select(a =>
            new FeedItem(a, Html(site, a, bodies.GetValueOrDefault(a.Id, string.Empty), corrections[a.Id]) + string.Concat(updates[a.Id].Select(u => Html(site, u))), SharedPicture.Of(a, location)))]);
    }

    /// <summary>Reads the feed of corrections: an entry for each notice, not for each article.</summary>
    /// <param name="db">The store.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Feed> LoadCorrectionsAsync(NewsDbContext db, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(site);
        var visible = db.Articles.Visible();
        var notices = await Correction.All(db).Where(c => visible.Any(a => a.Id == c.ArticleId)).Take(Length).ToListAsync(cancellationToken);
        var ids = notices.Select(c => c.ArticleId!.Value).Distinct().ToArray();
        var articles = await visible.Where(a => ids.Contains(a.Id)).ForLists().ToDictionaryAsync(a => a.Id, cancellationToken);
        return new Feed(site, new FeedScope(site.Words.Corrections, "/corrections", visible), [.. notices.Where(c => articles.ContainsKey(c.ArticleId!.Value)).Select(c =>
            new FeedItem(articles[c.ArticleId!.Value], Html(site, articles[c.ArticleId!.Value], string.Empty, [c]), null) { Notice = c })]);
    }

    /// <summary>
    /// An entry's id: a tag URI (RFC 4151) of the article's number and first day, which no change of slug, section or
    /// headline touches; of a correction, its row in the ledger.
    /// </summary>
    /// <param name="item">The entry.</param>
    public string IdOf(FeedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var day = $"tag:{new Uri(Site.BaseUrl).Host},{ArticleTimes.Day(ArticleAddress.Day(item.Article.Day))}";
        return item.Notice is { } notice ? $"{day}:correction/{notice.Sequence}" : $"{day}:article/{item.Article.Id}";
    }

    private static string Html(SiteSnapshot site, LiveUpdate update) =>
        $"<h2>{WebUtility.HtmlEncode($"{site.Words.Dates.Minute(update.AtUtc, site.Zone)} {update.Headline}".TrimEnd())}</h2>" + AbsoluteLinks.In(SafeHtml.FromStore(update.Html), site.BaseUrl);

    private static string Html(SiteSnapshot site, Article article, string body, IEnumerable<Change> corrections)
    {
        var notices = corrections.Select(c =>
            $"<p><strong>{site.Words.CorrectionAt(site.Words.Dates.Minute(c.AtUtc, site.Zone))}</strong>{WebUtility.HtmlEncode(c.Detail)}</p>");
        return string.Concat(notices) + AbsoluteLinks.In(BodyPictures.FillForFeed(SafeHtml.FromStore(body), article.Pictures), site.BaseUrl);
    }
}

/// <summary>An entry of a feed.</summary>
/// <param name="Article">The article with tags and writers.</param>
/// <param name="Html">Its text as HTML, addresses absolute, corrections first.</param>
/// <param name="Picture">Its picture; null where it has none.</param>
public sealed record FeedItem(Article Article, string Html, SharedPicture? Picture)
{
    /// <summary>The writers' names; the source where no writer is known.</summary>
    public IEnumerable<string> Writers => Article.Authors.Count > 0
        ? Article.Authors.Select(a => a.Author.Name)
        : Article.Source is { } source ? [source.Name] : [];

    /// <summary>The correction that it tells; null where it is the article itself.</summary>
    public Change? Notice { get; init; }

    /// <summary>When it appeared.</summary>
    public DateTime PublishedUtc => Notice?.AtUtc ?? Article.PublishedUtc;

    /// <summary>When it last changed; a notice never does.</summary>
    public DateTime ModifiedUtc => Notice?.AtUtc ?? Article.ModifiedUtc();

    /// <summary>One sentence about it; null where there is none.</summary>
    public string? Summary => Notice is { } notice ? notice.Detail : Article.Summary;

    /// <summary>Section, then tags.</summary>
    public IEnumerable<string> Categories => Article.Tags.Select(t => t.Tag.Name).Prepend(Article.Section.Name).Distinct(StringComparer.Ordinal);
}
