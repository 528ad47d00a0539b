using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Finds the stories: every report joins the story that its nearest reports speak for most.</summary>
/// <remarks>
/// Label propagation over the related lists (Raghavan, Albert and Kumara 2007), made deterministic and incremental: votes are
/// weighed by relatedness, ties fall to the older story, a report whose story changes has its neighbours vote again, and what
/// an editor has put into a story stays there.
/// </remarks>
public sealed class StoryClusters
{
    // One publish moves few; the bound keeps a chain of changes from holding the store.
    private const int MostVotes = 200;

    private readonly NewsDbContext _db;
    private readonly StoryGraph _graph;

    /// <summary>Works in a context's open transaction.</summary>
    /// <param name="db">The context.</param>
    public StoryClusters(NewsDbContext db)
    {
        _db = db;
        _graph = new StoryGraph(db);
    }

    /// <summary>How many reports were read; whoever works on many forgets them now and then.</summary>
    internal int Known => _graph.Count;

    /// <summary>Has some articles, and whom they move, vote again.</summary>
    /// <param name="articles">Articles that became public, changed their group of reprints, or left.</param>
    /// <param name="listed">Others whose related list changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The articles whose page shows another story, or another place in it, than before.</returns>
    public async Task<IReadOnlyCollection<long>> UpdateAsync(
        IReadOnlyCollection<long> articles, IReadOnlyCollection<long> listed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(listed);
        var (stories, shown) = (new HashSet<long>(), new HashSet<long>());
        await MoveAsync(articles, listed, stories, shown, cancellationToken);
        foreach (var story in stories.Order())
        {
            shown.UnionWith(await StoryRows.RefreshAsync(_db, story, cancellationToken));
        }

        return shown;
    }

    /// <summary>Has some articles, and whom they move, vote again, and leaves it to the caller to refresh the rows of the stories.</summary>
    /// <param name="articles">Articles that became public, changed their group of reprints, or left.</param>
    /// <param name="listed">Others whose related list changed.</param>
    /// <param name="stories">Here go the stories whose members or size changed.</param>
    /// <param name="shown">Here go the articles whose page shows another story, or another place in it; null where no page is kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task MoveAsync(
        IReadOnlyCollection<long> articles, IReadOnlyCollection<long> listed, HashSet<long> stories, HashSet<long>? shown, CancellationToken cancellationToken)
    {
        long[] numbers = [.. articles], asked = [.. articles, .. listed];

        // An article that came or left has changed its story's size, wherever the votes go.
        stories.UnionWith(await _db.Articles.Where(a => EF.Parameter(numbers).Contains(a.Id)).Select(a => a.StoryId).Distinct().ToListAsync(cancellationToken));
        var reports = await _db.Articles.Where(a => EF.Parameter(asked).Contains(a.Id)).Select(a => a.ReportId).Distinct().ToListAsync(cancellationToken);
        foreach (var report in reports)
        {
            await AlignAsync(report, cancellationToken);
        }

        var waiting = new Queue<long>(reports.Order());
        var queued = waiting.ToHashSet();
        for (var votes = 0; waiting.TryDequeue(out var report) && votes < MostVotes + reports.Count; votes++)
        {
            queued.Remove(report);
            if (await _graph.NodeAsync(report, cancellationToken) is { } node)
            {
                await VoteAsync(node, waiting, queued, cancellationToken);
            }
        }

        await StoreAsync(stories, shown, cancellationToken);
    }

    /// <summary>Counts some stories anew whose articles are gone; one without any is gone too.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The articles left in stories that are none any more, or bear another name.</returns>
    public async Task<IReadOnlyCollection<long>> LeaveAsync(IReadOnlyCollection<long> stories, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stories);
        var shown = new HashSet<long>();
        foreach (var story in stories)
        {
            shown.UnionWith(await StoryRows.RefreshAsync(_db, story, cancellationToken));
        }

        await _db.Stories.Where(s => stories.Contains(s.Id) && s.Reports == 0 && !_db.Articles.Any(a => a.StoryId == s.Id)).ExecuteDeleteAsync(cancellationToken);
        return shown;
    }

    // A reprint that has just been found out stands where its report stands.
    private async Task AlignAsync(long report, CancellationToken cancellationToken)
    {
        if (await _graph.NodeAsync(report, cancellationToken) is { StoredStoryId: not 0 } node)
        {
            await SetAsync(report, node.StoryId, cancellationToken);
        }
    }

    private Task<int> SetAsync(long report, long story, CancellationToken cancellationToken) =>
        _db.Statements.Command(
            "UPDATE \"Articles\" SET \"StoryId\" = @story WHERE \"ReportId\" = @report AND NOT \"StoryFixed\" AND \"StoryId\" <> @story",
            ("@story", story),
            ("@report", report)).ExecuteNonQueryAsync(cancellationToken);

    private async Task VoteAsync(StoryNode node, Queue<long> waiting, HashSet<long> queued, CancellationToken cancellationToken)
    {
        if (node.IsFixed)
        {
            return;
        }

        var neighbours = await _graph.NeighboursAsync(node, cancellationToken);
        var votes = new Dictionary<long, double>();
        foreach (var (neighbour, score) in neighbours)
        {
            votes[neighbour.StoryId] = votes.GetValueOrDefault(neighbour.StoryId) + score;
        }

        var own = votes.GetValueOrDefault(node.StoryId);
        var (best, most) = votes.Count == 0 ? (node.Report, 0.0) : votes.Select(v => (v.Key, v.Value)).OrderByDescending(v => v.Value).ThenBy(v => v.Key).First();
        if (best == node.StoryId || (votes.Count > 0 && most <= own))
        {
            return;
        }

        node.StoryId = best;
        foreach (var (neighbour, _) in neighbours.OrderBy(n => n.Node.Report))
        {
            if (!neighbour.IsFixed && neighbour.StoryId != best && queued.Add(neighbour.Report))
            {
                waiting.Enqueue(neighbour.Report);
            }
        }
    }

    private async Task StoreAsync(HashSet<long> stories, HashSet<long>? shown, CancellationToken cancellationToken)
    {
        foreach (var node in _graph.Changed.ToList())
        {
            if (shown is not null) await AddPlacesAsync(node.Report, shown, cancellationToken);
            await SetAsync(node.Report, node.StoryId, cancellationToken);
            if (shown is not null) await AddPlacesAsync(node.Report, shown, cancellationToken);
            stories.Add(node.StoredStoryId);
            stories.Add(node.StoryId);
            node.StoredStoryId = node.StoryId;
        }
    }

    // A report's articles and those that name them as their neighbours in the story.
    private async Task AddPlacesAsync(long report, HashSet<long> shown, CancellationToken cancellationToken)
    {
        foreach (var member in await _db.Articles.AsNoTracking().Where(a => a.ReportId == report).ToListAsync(cancellationToken))
        {
            shown.Add(member.Id);
            shown.UnionWith(await StoryNeighbours.OfAsync(_db, member, cancellationToken));
        }
    }
}
