using System.Data.Common;
using System.Runtime.InteropServices;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>
/// Reports joined by their related lists, read as far as it is walked. Reprints are one node, which bears the number of
/// their report.
/// </summary>
/// <param name="db">A context with an open transaction.</param>
internal sealed class StoryGraph(NewsDbContext db)
{
    // Below this two articles of a list share a subject, not an event. On stories with known members 0.05 finds more of them
    // (B-cubed F1 0.94 against 0.8), but leaves no article without a story.
    private const double LeastScore = 0.075;

    // An article that stands in hundreds of lists is a subject of its own; its closest readers are enough to tell.
    private const int MostOwners = 60;

    // Events of one story follow one another within weeks.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(45);

    private readonly Dictionary<long, StoryNode> _nodes = [];

    /// <summary>How many reports it has read.</summary>
    public int Count => _nodes.Count;

    /// <summary>Reports whose story was changed.</summary>
    public IEnumerable<StoryNode> Changed => _nodes.Values.Where(n => n.StoryId != n.StoredStoryId).OrderBy(n => n.Report);

    /// <summary>The node of a public report; null where none of its articles is public.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StoryNode?> NodeAsync(long report, CancellationToken cancellationToken)
    {
        if (!_nodes.TryGetValue(report, out var node))
        {
            await using var reader = await db.Statements.Command(
                $"""SELECT a."ReportId", a."StoryId", a."StoryFixed", a."PublishedUtc" FROM "Articles" a WHERE a."ReportId" = @report AND {Visibility.Sql} ORDER BY a."Id" LIMIT 1""",
                ("@report", report)).ExecuteReaderAsync(cancellationToken);
            node = await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
        }

        return node;
    }

    /// <summary>A report's neighbours and how close they are.</summary>
    /// <param name="node">The report.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<(StoryNode Node, double Score)>> NeighboursAsync(StoryNode node, CancellationToken cancellationToken)
    {
        if (node.Neighbours is { } known)
        {
            return known;
        }

        var neighbours = new List<(StoryNode Node, double Score)>();
        var places = new Dictionary<StoryNode, int>();
        // Crossed, because SQLite then keeps the order of the tables: left to choose, it takes all public articles for ten, and
        // looks each of them up among the few neighbours.
        await using var reader = await db.Statements.Command(
            $"""
            SELECT a."ReportId", a."StoryId", a."StoryFixed", a."PublishedUtc", e."Score" FROM
                (SELECT r."RelatedId" AS "Id", r."Score" FROM "Articles" a CROSS JOIN "Related" r
                 WHERE r."ArticleId" = a."Id" AND a."ReportId" = @report AND {Visibility.Sql}
                 UNION ALL
                 SELECT * FROM (SELECT r."ArticleId", r."Score" FROM "Articles" a CROSS JOIN "Related" r
                                WHERE r."RelatedId" = a."Id" AND a."ReportId" = @report AND {Visibility.Sql}
                                ORDER BY r."Score" DESC, r."ArticleId" LIMIT {MostOwners}) o) e
            CROSS JOIN "Articles" a WHERE a."Id" = e."Id" AND {Visibility.Sql} AND a."ReportId" <> @report AND e."Score" >= {LeastScore:0.0000}
            ORDER BY a."Id"
            """,
            ("@report", node.Report)).ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var other = Read(reader);
            if ((other.PublishedUtc - node.PublishedUtc).Duration() > Reach)
            {
                continue;
            }

            var score = Convert.ToDouble(reader.GetValue(4));
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, other, out var met);
            if (!met)
            {
                place = neighbours.Count;
                neighbours.Add((other, score));
            }
            else
            {
                neighbours[place] = (other, Math.Max(neighbours[place].Score, score));
            }
        }

        return node.Neighbours = neighbours.ToArray();
    }

    private StoryNode Read(DbDataReader reader)
    {
        var report = reader.GetInt64(0);
        if (!_nodes.TryGetValue(report, out var node))
        {
            _nodes[report] = node = new StoryNode(report, reader.GetInt64(1), reader.GetBoolean(2), reader.GetDateTime(3));
        }

        return node;
    }
}

/// <summary>A report as stories see it.</summary>
/// <param name="report">Its number.</param>
/// <param name="story">The story it belongs to; 0 before it was ever looked at.</param>
/// <param name="isFixed">An editor put it there.</param>
/// <param name="publishedUtc">When its first article was published.</param>
internal sealed class StoryNode(long report, long story, bool isFixed, DateTime publishedUtc)
{
    public long Report { get; } = report;

    public long StoredStoryId { get; set; } = story;

    public long StoryId { get; set; } = story == 0 ? report : story;

    public bool IsFixed { get; } = isFixed;

    public DateTime PublishedUtc { get; } = publishedUtc;

    public (StoryNode Node, double Score)[]? Neighbours { get; set; }
}
