using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What an article offers for download, and the forms to change it.</summary>
/// <param name="Article">The article's number.</param>
/// <param name="May">Whoever looks at it may change it.</param>
/// <param name="Places">The documents, in their order.</param>
public sealed record ArticleDocuments(long Article, bool May, IReadOnlyList<ArticleAttachment> Places)
{
    /// <summary>How large one may be, in bytes.</summary>
    public long Most { get; init; }

    /// <summary>Documents to choose from; none where they are chosen on a page of their own.</summary>
    public IReadOnlyList<Attachment> Shelf { get; init; } = [];

    /// <summary>Reads what an article offers.</summary>
    /// <param name="db">The store.</param>
    /// <param name="article">The article.</param>
    /// <param name="may">Whoever looks at it may change it.</param>
    /// <param name="most">How large one may be, in bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ArticleDocuments> OfAsync(NewsDbContext db, Article article, bool may, long most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(article);
        var places = await db.ArticleAttachments.AsNoTracking().Include(p => p.Attachment).Where(p => p.ArticleId == article.Id)
            .OrderBy(p => p.Place).ThenBy(p => p.AttachmentId).ToListAsync(cancellationToken);
        return new ArticleDocuments(article.Id, may, places) { Most = most };
    }
}
