using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Tells reprints of one report from two reports of one event: by how much of the shorter text stands in the longer one.</summary>
/// <remarks>
/// Width and punctuation are folded away first: they alone move a 64-bit SimHash by 15 bits. Containment stays near 1 through
/// cuts, changed headlines and dropped captions, where likeness of the whole texts falls.
/// </remarks>
public static class SameReport
{
    /// <summary>Below this relatedness no text holds most of the other, so it is not looked at.</summary>
    public const double LeastScore = 0.3;

    private const int ShingleLength = 6;
    private const int LeastShingles = 40;
    private const double LeastContainment = 0.75;

    /// <summary>True where two texts are one report.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    public static bool Are(string one, string other)
    {
        var (a, b) = (Shingles.Of(one, ShingleLength), Shingles.Of(other, ShingleLength));
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return few.Count >= LeastShingles && few.Count(many.Contains) >= few.Count * LeastContainment;
    }

    /// <summary>Puts an article into the group of whichever candidates are the same report.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="candidates">Articles related closely enough to be looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The articles whose group changed.</returns>
    public static async Task<IReadOnlyCollection<long>> GroupAsync(
        NewsDbContext db, long id, IReadOnlyCollection<long> candidates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(candidates);
        if (candidates.Count == 0)
        {
            return [];
        }

        var own = await db.Bodies.Where(b => b.ArticleId == id).Select(b => b.Text).SingleAsync(cancellationToken);
        var others = await db.Bodies.AsNoTracking().Where(b => candidates.Contains(b.ArticleId))
            .Select(b => new { b.ArticleId, b.Text }).ToListAsync(cancellationToken);
        var same = others.Where(o => Are(own, o.Text)).Select(o => o.ArticleId).Append(id).ToList();
        var groups = await db.Articles.Where(a => same.Contains(a.Id)).Select(a => a.ReportId).Distinct().ToListAsync(cancellationToken);
        if (groups.Count < 2)
        {
            return [];
        }

        var members = await db.Articles.Where(a => groups.Contains(a.ReportId)).Select(a => a.Id).ToListAsync(cancellationToken);
        var first = groups.Min();
        await db.Articles.Where(a => groups.Contains(a.ReportId) && a.ReportId != first)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.ReportId, first), cancellationToken);
        return members;
    }
}
