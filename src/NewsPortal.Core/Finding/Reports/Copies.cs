using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Tells an editor, before an article is public, which public ones say the same.</summary>
public static class Copies
{
    // Less than this is what two reports of one event may share.
    private const double LeastShare = 0.5;

    /// <summary>The public article that has most of a text in it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="id">The article that the text belongs to.</param>
    /// <param name="text">Its plain text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where none has half of it.</returns>
    public static async Task<Copy?> NearestAsync(NewsDbContext db, long id, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(text);
        var candidates = await ReportMarks.SharingAsync(db, id, ReportSketch.Of(text), cancellationToken);
        if (candidates.Count == 0)
        {
            return null;
        }

        var own = new ReportText(text);
        var found = await db.Articles.AsNoTracking().Visible().Where(a => candidates.Contains(a.Id))
            .Select(a => new { a.Id, a.Headline, a.Day, a.Slug, Text = db.Bodies.Where(b => b.ArticleId == a.Id).Select(b => b.Text).FirstOrDefault() }).ToListAsync(cancellationToken);
        return found.Select(f => new Copy(f.Id, f.Headline, Articles.ArticleAddress.Of(f.Day, f.Slug), own.ShareIn(new ReportText(f.Text ?? string.Empty))))
            .Where(c => c.Share >= LeastShare).OrderByDescending(c => c.Share).ThenBy(c => c.Id).FirstOrDefault();
    }
}

/// <summary>A public article that holds much of a text.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Path">Its address.</param>
/// <param name="Share">How much of the text stands in it, 0 to 1.</param>
public sealed record Copy(long Id, string Headline, string Path, double Share);
