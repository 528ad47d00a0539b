using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Reading;

/// <summary>An article's own part of its page: nothing in it changes with other articles but neighbours, related and reprints.</summary>
/// <param name="Site">The site.</param>
/// <param name="Article">The article with section, source, tags, writers and pictures.</param>
/// <param name="Body">The body, its pictures in place.</param>
public sealed record ArticlePage(SiteSnapshot Site, Article Article, SafeHtml Body)
{
    /// <summary>The body as it is stored, its pictures only named.</summary>
    public SafeHtml Stored { get; init; } = SafeHtml.Empty;

    /// <summary>The card picture, where the body does not show it.</summary>
    public ArticlePicture? Cover { get; init; }

    /// <summary>The article published just before it; null for the oldest.</summary>
    public Article? Previous { get; init; }

    /// <summary>The article published just after it; null for the newest.</summary>
    public Article? Next { get; init; }

    /// <summary>Related articles, the closest first.</summary>
    public IReadOnlyList<RelatedLink> Related { get; init; } = [];

    /// <summary>Reprints of the same report, itself among them, one of each source; empty where there is one source.</summary>
    public IReadOnlyList<Article> Reprints { get; init; } = [];

    /// <summary>The story it belongs to, and its neighbours there; null where it is alone.</summary>
    public StoryPlace? Story { get; init; }

    /// <summary>Words found in it and in related articles, where it has no tags: at most <see cref="MostKeywords"/>.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Notices of corrections, the newest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Documents that it offers for download, in the editor's order.</summary>
    public IReadOnlyList<ArticleAttachment> Attachments { get; init; } = [];

    /// <summary>Entries of its live report, the newest first.</summary>
    public IReadOnlyList<LiveUpdate> Updates { get; init; } = [];

    /// <summary>How many automatic keywords are shown at most.</summary>
    public const int MostKeywords = 5;

    /// <summary>Reads an article's page.</summary>
    /// <param name="db">The store.</param>
    /// <param name="id">The article's number.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where the public may not see the article.</returns>
    public static Task<ArticlePage?> LoadAsync(NewsDbContext db, long id, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return LoadAsync(db, db.Articles.Visible(), id, site, cancellationToken);
    }

    /// <summary>Reads an article's page among some articles: the newsroom looks at what readers do not see yet.</summary>
    /// <param name="db">The store.</param>
    /// <param name="among">The articles; for readers those that are visible.</param>
    /// <param name="id">The article's number.</param>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ArticlePage?> LoadAsync(
        NewsDbContext db, IQueryable<Article> among, long id, SiteSnapshot site, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        // One connection for all of it: opening one for each question costs as much as the question.
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await ReadAsync(db, among, id, site, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<ArticlePage?> ReadAsync(NewsDbContext db, IQueryable<Article> among, long id, SiteSnapshot site, CancellationToken cancellationToken)
    {
        var article = await among.ForLists().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (article is null)
        {
            return null;
        }

        article.Tags.AddRange(await db.ArticleTags.AsNoTracking().Include(t => t.Tag).Where(t => t.ArticleId == id).OrderBy(t => t.Position).ToListAsync(cancellationToken));
        article.Authors.AddRange(await db.ArticleAuthors.AsNoTracking().Include(w => w.Author).Where(w => w.ArticleId == id).OrderBy(w => w.Position).ToListAsync(cancellationToken));
        article.Pictures.AddRange(await db.ArticlePictures.AsNoTracking().Include(p => p.Picture).Where(p => p.ArticleId == id).OrderBy(p => p.Position).ToListAsync(cancellationToken));
        var html = await db.Bodies.AsNoTracking().Where(b => b.ArticleId == id).Select(b => b.Html).FirstOrDefaultAsync(cancellationToken);
        var body = SafeHtml.FromStore(html ?? string.Empty);
        var cover = BodyPictures.Cover(body, article);
        var related = await RelatedLink.OfAsync(db, id, cancellationToken);
        return new ArticlePage(site, article, BodyPictures.Fill(body, article.Pictures, coverStandsAbove: cover is not null))
        {
            Stored = body,
            Cover = cover,
            Previous = await db.Articles.Visible().JustBefore(article).FirstOrDefaultAsync(cancellationToken),
            Next = await db.Articles.Visible().JustAfter(article).FirstOrDefaultAsync(cancellationToken),
            Related = related,
            Story = await StoryPlace.OfAsync(db, article, cancellationToken),
            Keywords = article.Tags.Count == 0 ? await KeywordsOfAsync(db, article, related, cancellationToken) : [],
            Attachments = await db.ArticleAttachments.AsNoTracking().Include(p => p.Attachment).Where(p => p.ArticleId == id)
                .OrderBy(p => p.Place).ThenBy(p => p.AttachmentId).ToListAsync(cancellationToken),
            Reprints = await ReprintsOfAsync(db, article, cancellationToken),
            Updates = article.LiveFromUtc is null ? [] : await db.LiveUpdates.AsNoTracking().Where(u => u.ArticleId == id).NewestFirst().ToListAsync(cancellationToken),
            Corrections = await Correction.All(db).Where(c => c.ArticleId == id)
                .Select(c => new Correction(c.AtUtc, c.Detail!)).ToListAsync(cancellationToken),
        };
    }

    // What joins an article to others is what it is about, where headlines say it too.
    private static async Task<IReadOnlyList<string>> KeywordsOfAsync(NewsDbContext db, Article article, List<RelatedLink> related, CancellationToken cancellationToken)
    {
        const int fewestHeadlines = 3;
        var words = await SharedWords.RarestAsync(db, related.Select(r => r.Reasons), cancellationToken);
        return [.. words.Select(w => w.Word)
            .Where(w => article.Headline.Contains(w, StringComparison.Ordinal) || related.Count(r => r.Article.Headline.Contains(w, StringComparison.Ordinal)) >= fewestHeadlines)
            .Take(MostKeywords)];
    }

    private static async Task<IReadOnlyList<Article>> ReprintsOfAsync(NewsDbContext db, Article article, CancellationToken cancellationToken)
    {
        var all = await db.Articles.AsNoTracking().Visible().Include(a => a.Source)
            .Where(a => a.ReportId == article.ReportId && a.SourceId != null)
            .OrderBy(a => a.PublishedUtc).ThenBy(a => a.Id).ToListAsync(cancellationToken);

        // A source that carried it twice is named once; this page's own article stands for its source.
        var reprints = all.GroupBy(a => a.SourceId).Select(g => g.FirstOrDefault(a => a.Id == article.Id) ?? g.First()).ToList();
        return reprints.Count > 1 ? reprints : [];
    }
}

/// <summary>A notice of a correction.</summary>
/// <param name="AtUtc">When it was made.</param>
/// <param name="Text">What was wrong.</param>
public sealed record Correction(DateTime AtUtc, string Text)
{
    /// <summary>Rows of the ledger that are corrections with a text, the newest first.</summary>
    /// <param name="db">The store.</param>
    public static IQueryable<Change> All(NewsDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Changes.AsNoTracking()
            .Where(c => c.Kind == ChangeKind.Corrected && c.ArticleId != null && c.Detail != null)
            .OrderByDescending(c => c.Sequence);
    }
}
