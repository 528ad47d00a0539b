using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
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
            var sketch = ReportSketch.Of(text);
            await ReportMarks.ReplaceAsync(db, id, sketch, cancellationToken);
            var candidates = await ReportMarks.SharingAsync(db, id, sketch, cancellationToken);
            var former = await MembersAsync(db, id, cancellationToken);
            if (candidates.Count == 0 && former.Count == 1)
            {
                continue;
            }

            if (former.Count > 1)
            {
                changed.UnionWith(await TakeApartAsync(db, id, former, cancellationToken));
            }

            var same = await GroupsAsync(db, text, candidates, cancellationToken);
            changed.UnionWith(await JoinAsync(db, id, same, cancellationToken));
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

    // The report is asked for by itself: compared in a condition of the other rows, every article of the archive was read.
    internal static async Task<List<long>> MembersAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        var members = new List<long>();
        await using var reader = await db.Statements.Command(
            "SELECT a.\"Id\" FROM \"Articles\" a WHERE a.\"ReportId\" = (SELECT x.\"ReportId\" FROM \"Articles\" x WHERE x.\"Id\" = @id) ORDER BY a.\"Id\"",
            ("@id", id)).ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            members.Add(reader.GetInt64(0));
        }

        return members;
    }

    // A group is entered by its longest text. A cut of it may be all boilerplate, or all quotation, and stand in other reports
    // as well; by that they must not be joined.
    private static async Task<List<long>> GroupsAsync(NewsDbContext db, string text, List<long> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return [];
        }

        var groups = db.Articles.Where(a => candidates.Contains(a.Id)).Select(a => a.ReportId);
        var longest = (await db.Articles.AsNoTracking().Visible().Where(a => groups.Contains(a.ReportId))
            .Select(a => new { a.Id, a.ReportId, a.CharacterCount }).ToListAsync(cancellationToken))
            .GroupBy(a => a.ReportId).Select(g => g.OrderByDescending(a => a.CharacterCount).ThenBy(a => a.Id).First()).ToDictionary(a => a.Id, a => a.ReportId);
        var ids = longest.Keys.ToList();
        var own = new ReportText(text);
        var same = (await db.Bodies.AsNoTracking().Where(b => ids.Contains(b.ArticleId)).Select(b => new { b.ArticleId, b.Text }).ToListAsync(cancellationToken))
            .Select(b => (Report: longest[b.ArticleId], Text: new ReportText(b.Text))).Where(o => own.IsSameAs(o.Text)).ToList();

        // The whole of which others were cuts joins them; a cut belongs to the one it was most likely taken from.
        var cuts = same.Where(o => o.Text.Length < own.Length).Select(o => o.Report).ToList();
        var wholes = same.Where(o => o.Text.Length >= own.Length).OrderByDescending(o => own.ShareIn(o.Text)).ThenBy(o => o.Report).Select(o => o.Report).Take(1);
        return [.. cuts, .. wholes];
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
        var texts = (await db.Bodies.AsNoTracking().Where(b => members.Contains(b.ArticleId)).Select(b => new { b.ArticleId, b.Text }).ToListAsync(cancellationToken))
            .Select(b => (Id: b.ArticleId, Text: new ReportText(b.Text))).OrderByDescending(b => b.Text.Length).ThenBy(b => b.Id);
        var groups = new List<(ReportText Longest, List<long> Members)>();
        foreach (var (id, text) in texts)
        {
            var home = groups.Where(g => text.IsSameAs(g.Longest)).OrderByDescending(g => text.ShareIn(g.Longest)).ThenBy(g => g.Members[0]).FirstOrDefault();
            if (home.Members is null)
            {
                groups.Add((text, [id]));
            }
            else
            {
                home.Members.Add(id);
            }
        }

        return groups.ConvertAll(g => g.Members);
    }

    private static async Task<IReadOnlyCollection<long>> JoinAsync(NewsDbContext db, long id, List<long> same, CancellationToken cancellationToken)
    {
        if (same.Count == 0)
        {
            return [];
        }

        var members = await db.Articles.Where(a => a.Id == id || same.Contains(a.ReportId)).Select(a => a.Id).ToListAsync(cancellationToken);
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
