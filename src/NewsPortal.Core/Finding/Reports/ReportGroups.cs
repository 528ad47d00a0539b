using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Keeps reprints of one report together: <see cref="Article.ReportId"/> is the smallest article number of its group.</summary>
/// <remarks>
/// Candidates are found by the pieces that stand for a text, whatever the articles' headlines and subjects; then the texts
/// themselves are compared.
/// </remarks>
public static class ReportGroups
{
    // Groups are taken apart by comparing all pairs; larger ones, which hardly exist, stay as they are.
    private const int MostCompared = 60;

    /// <summary>Puts new or changed public articles into their groups.</summary>
    /// <param name="db">A context with an open transaction, the articles stored.</param>
    /// <param name="texts">Their plain texts by number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The articles whose group changed, others of the groups included.</returns>
    public static async Task<IReadOnlyCollection<long>> PlaceAsync(
        NewsDbContext db, IReadOnlyDictionary<long, string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(texts);
        var changed = new HashSet<long>();
        foreach (var (id, text) in texts.OrderBy(t => t.Key))
        {
            var sketch = ReportSketch.Of(ReportSketch.Pieces(text));
            await ReportMarks.ReplaceAsync(db, id, sketch, cancellationToken);
            var candidates = await ReportMarks.SharingAsync(db, id, sketch, cancellationToken);
            var former = await MembersAsync(db, id, cancellationToken);
            if (candidates.Count == 0 && former.Count == 1)
            {
                continue;
            }

            var same = await SameAsync(db, text, candidates, cancellationToken);
            if (former.Count > 1)
            {
                changed.UnionWith(await TakeApartAsync(db, id, former, cancellationToken));
            }

            changed.UnionWith(await JoinAsync(db, [id, .. same], cancellationToken));
        }

        return changed;
    }

    /// <summary>Takes an article that is no longer public out of its group; what only it held together falls apart.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The articles whose group changed.</returns>
    public static async Task<IReadOnlyCollection<long>> LeaveAsync(NewsDbContext db, long id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await ReportMarks.RemoveAsync(db, id, cancellationToken);
        var members = await MembersAsync(db, id, cancellationToken);
        return members.Count > 1 ? await TakeApartAsync(db, id, members, cancellationToken) : [];
    }

    private static Task<List<long>> MembersAsync(NewsDbContext db, long id, CancellationToken cancellationToken) =>
        db.Articles.Where(a => db.Articles.Any(x => x.Id == id && x.ReportId == a.ReportId)).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);

    private static async Task<List<long>> SameAsync(NewsDbContext db, string text, List<long> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return [];
        }

        var own = new SameReport.ReportText(text);
        var others = await db.Bodies.AsNoTracking().Where(b => candidates.Contains(b.ArticleId))
            .Select(b => new { b.ArticleId, b.Text }).ToListAsync(cancellationToken);
        return [.. others.Where(o => SameReport.Are(own, new SameReport.ReportText(o.Text))).Select(o => o.ArticleId)];
    }

    // One article leaves; the rest are grouped anew by comparing their texts.
    private static async Task<IReadOnlyCollection<long>> TakeApartAsync(NewsDbContext db, long leaving, List<long> members, CancellationToken cancellationToken)
    {
        var rest = members.Where(m => m != leaving).ToList();
        var groups = rest.Count > MostCompared ? [rest] : await ComponentsAsync(db, rest, cancellationToken);
        foreach (var group in groups.Append([leaving]))
        {
            await SetAsync(db, group, cancellationToken);
        }

        return members;
    }

    private static async Task<List<List<long>>> ComponentsAsync(NewsDbContext db, List<long> members, CancellationToken cancellationToken)
    {
        var texts = (await db.Bodies.AsNoTracking().Where(b => members.Contains(b.ArticleId))
            .Select(b => new { b.ArticleId, b.Text }).ToListAsync(cancellationToken))
            .Select(b => (Id: b.ArticleId, Text: new SameReport.ReportText(b.Text))).OrderBy(b => b.Id).ToList();
        var groups = new List<List<(long Id, SameReport.ReportText Text)>>();
        foreach (var one in texts)
        {
            var joined = groups.Where(g => g.Exists(o => SameReport.Are(o.Text, one.Text))).ToList();
            groups.RemoveAll(joined.Contains);
            groups.Add([.. joined.SelectMany(g => g), one]);
        }

        return [.. groups.Select(g => g.ConvertAll(m => m.Id))];
    }

    private static async Task<IReadOnlyCollection<long>> JoinAsync(NewsDbContext db, List<long> same, CancellationToken cancellationToken)
    {
        var groups = await db.Articles.Where(a => same.Contains(a.Id)).Select(a => a.ReportId).Distinct().ToListAsync(cancellationToken);
        if (groups.Count < 2)
        {
            return [];
        }

        var members = await db.Articles.Where(a => groups.Contains(a.ReportId)).Select(a => a.Id).ToListAsync(cancellationToken);
        await SetAsync(db, members, cancellationToken);
        return members;
    }

    private static Task<int> SetAsync(NewsDbContext db, List<long> group, CancellationToken cancellationToken)
    {
        var first = group.Min();
        return db.Articles.Where(a => group.Contains(a.Id) && a.ReportId != first)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.ReportId, first), cancellationToken);
    }
}
