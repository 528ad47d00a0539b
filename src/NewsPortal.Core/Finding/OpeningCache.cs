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

    private const int MostKeys = 65_536;

    private readonly Dictionary<long, Opening> _openings = [];
    private readonly Dictionary<long, OpeningKey> _keys = [];

    /// <summary>How an article opens.</summary>
    /// <param name="id">The article, read.</param>
    internal Opening this[long id] => _openings[id];

    /// <summary>What an article must not be repeated by.</summary>
    /// <param name="id">The article, its key read.</param>
    internal OpeningKey Key(long id) => _keys[id];

    /// <summary>Reads how some articles open.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="ids">The articles.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task ReadAsync(NewsDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (_openings.Count >= Most && ids.Any(id => !_openings.ContainsKey(id)))
        {
            // What was read for the work at hand is read again.
            _openings.Clear();
        }

        var missing = ids.Where(id => !_openings.ContainsKey(id)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        // Not through EF, and all at once: EF's part, and a statement for each, would be most of a publish's cost.
        var tags = await TagsAsync(db, missing, cancellationToken);
        await using var command = db.Command(
            $"""
            SELECT a."Id", a."Headline", a."ReportId", substr(b."Text", 1, {OpeningLength})
            FROM "Articles" a JOIN "Bodies" b ON b."ArticleId" = a."Id" WHERE a."Id" IN ({string.Join(',', missing)})
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (id, headline) = (reader.GetInt64(0), reader.GetString(1));
            var key = _keys[id] = new OpeningKey(Folding.ForComparison(headline), reader.GetInt64(2));
            _openings[id] = new Opening(new OpeningText(headline, reader.GetString(3), tags.GetValueOrDefault(id, [])), key);
        }
    }

    /// <summary>Reads what some articles must not be repeated by.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="ids">The articles.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task ReadKeysAsync(NewsDbContext db, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        if (_keys.Count >= MostKeys)
        {
            _keys.Clear();
        }

        var missing = ids.Where(id => !_keys.ContainsKey(id)).ToHashSet();
        if (missing.Count == 0)
        {
            return;
        }

        await using var command = db.Command($"SELECT \"Id\", \"Headline\", \"ReportId\" FROM \"Articles\" WHERE \"Id\" IN ({string.Join(',', missing)})");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _keys[reader.GetInt64(0)] = new OpeningKey(Folding.ForComparison(reader.GetString(1)), reader.GetInt64(2));
        }
    }

    private static async Task<Dictionary<long, List<string>>> TagsAsync(NewsDbContext db, List<long> ids, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<long, List<string>>();
        await using var command = db.Command(
            $"""
            SELECT t."ArticleId", n."Name" FROM "ArticleTags" t JOIN "Tags" n ON n."Id" = t."TagId"
            WHERE t."ArticleId" IN ({string.Join(',', ids)}) ORDER BY t."ArticleId", t."Position"
            """);
        await using var names = await command.ExecuteReaderAsync(cancellationToken);
        while (await names.ReadAsync(cancellationToken))
        {
            var id = names.GetInt64(0);
            if (!tags.TryGetValue(id, out var known))
            {
                tags[id] = known = [];
            }

            known.Add(names.GetString(1));
        }

        return tags;
    }
}

/// <summary>How an article opens, and what it must not be repeated by.</summary>
/// <param name="Text">Headline, beginning, tags.</param>
/// <param name="Key">What it must not be repeated by.</param>
internal sealed record Opening(OpeningText Text, OpeningKey Key)
{
    /// <summary>The pairs and words of the opening, with their numbers.</summary>
    public Dictionary<string, int> Terms => field ??= TextSplitter.Pairs(Text.Printed).Distinct(StringComparer.Ordinal)
        .ToDictionary(t => t, t => TermId.Of(t), StringComparer.Ordinal);

    /// <summary>The numbers of its pairs and words alone, which cost far less than their letters.</summary>
    public HashSet<int> Numbers => field ??= NumbersOf(Text.Folded);

    private static HashSet<int> NumbersOf(string folded)
    {
        var numbers = new HashSet<int>();
        for (var walk = new TokenEnumerator(folded); walk.MoveNext();)
        {
            if (walk.Kind is TokenKind.Word or TokenKind.Pair)
            {
                numbers.Add(TermId.Of(walk.Current));
            }
        }

        return numbers;
    }
}

/// <summary>What an article must not be repeated by.</summary>
/// <param name="Headline">Its headline, folded for comparison.</param>
/// <param name="ReportId">Its group of reprints.</param>
internal readonly record struct OpeningKey(string Headline, long ReportId)
{
    /// <summary>True where a reader who has one of the two has the other already.</summary>
    /// <param name="other">The other.</param>
    public bool Repeats(OpeningKey other) => ReportId == other.ReportId || Headline == other.Headline;
}
