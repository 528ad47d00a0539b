using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Remembers how articles open, while one after another is compared with its neighbours.</summary>
public sealed class OpeningCache
{
    // Reasons are sought where a reader looks first.
    private const int OpeningLength = 800;

    // Bounded: an import of a hundred thousand walks through here. Some 10 KB each.
    private const int Most = 4096;

    private readonly Dictionary<long, Opening> _openings = [];

    /// <summary>How an article opens.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="id">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<Opening> GetAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        if (!_openings.TryGetValue(id, out var opening))
        {
            if (_openings.Count >= Most)
            {
                _openings.Clear();
            }

            _openings[id] = opening = await ReadAsync(db, id, cancellationToken);
        }

        return opening;
    }

    /// <summary>Forgets an article, because its group of reprints changed.</summary>
    /// <param name="id">The article.</param>
    internal void Remove(long id) => _openings.Remove(id);

    // Not through EF: a publish reads some thirty of these, and EF's part would be most of its cost.
    private static async Task<Opening> ReadAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        var tags = new List<string>();
        await using (var command = db.Command(
            "SELECT n.\"Name\" FROM \"ArticleTags\" t JOIN \"Tags\" n ON n.\"Id\" = t.\"TagId\" WHERE t.\"ArticleId\" = @id ORDER BY t.\"Position\""))
        {
            command.Add("@id", id);
            await using var names = await command.ExecuteReaderAsync(cancellationToken);
            while (await names.ReadAsync(cancellationToken))
            {
                tags.Add(names.GetString(0));
            }
        }

        await using var opening = db.Command(
            $"""
            SELECT a."Headline", a."ReportId", substr(b."Text", 1, {OpeningLength})
            FROM "Articles" a JOIN "Bodies" b ON b."ArticleId" = a."Id" WHERE a."Id" = @id
            """);
        opening.Add("@id", id);
        await using var reader = await opening.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var headline = reader.GetString(0);
        return new Opening(new OpeningText(headline, reader.GetString(2), tags), Folding.ForComparison(headline), reader.GetInt64(1));
    }
}

/// <summary>How an article opens, and what it must not be repeated by.</summary>
/// <param name="Text">Headline, beginning, tags.</param>
/// <param name="HeadlineKey">The headline, folded for comparison.</param>
/// <param name="ReportId">Its group of reprints.</param>
internal sealed record Opening(OpeningText Text, string HeadlineKey, long ReportId)
{
    /// <summary>The pairs and words of the opening, with their numbers.</summary>
    public Dictionary<string, int> Terms => field ??= TextSplitter.Pairs(Text.Printed).Distinct(StringComparer.Ordinal)
        .ToDictionary(t => t, t => TermId.Of(t), StringComparer.Ordinal);

    /// <summary>True where a reader who has one of the two has the other already.</summary>
    /// <param name="other">The other.</param>
    public bool Repeats(Opening other) => ReportId == other.ReportId || HeadlineKey == other.HeadlineKey;
}
