using Microsoft.EntityFrameworkCore;
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

    /// <summary>Forgets everything.</summary>
    internal void Clear()
    {
        _openings.Clear();
        _keys.Clear();
    }

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

        if (db.Database.IsSqlite())
        {
            ReadOneByOne(db, missing);
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
            var id = reader.GetInt64(0);
            Add(id, reader.GetString(1), reader.GetInt64(2), reader.GetString(3), tags.GetValueOrDefault(id, []));
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

    private void ReadOneByOne(NewsDbContext db, List<long> ids)
    {
        var opening = db.Statements.Sqlite(
            $"SELECT a.\"Headline\", a.\"ReportId\", substr(b.\"Text\", 1, {OpeningLength}) FROM \"Articles\" a JOIN \"Bodies\" b ON b.\"ArticleId\" = a.\"Id\" WHERE a.\"Id\" = ?1");
        var named = db.Statements.Sqlite(
            "SELECT n.\"Name\" FROM \"ArticleTags\" t JOIN \"Tags\" n ON n.\"Id\" = t.\"TagId\" WHERE t.\"ArticleId\" = ?1 ORDER BY t.\"Position\"");
        foreach (var id in ids)
        {
            var tags = new List<string>();
            for (named.Bind(1, id); named.Next();)
            {
                tags.Add(named.Text(0));
            }

            for (opening.Bind(1, id); opening.Next();)
            {
                Add(id, opening.Text(0), opening.Number(1), opening.Text(2), tags);
            }
        }
    }

    private void Add(long id, string headline, long report, string text, List<string> tags)
    {
        var key = _keys[id] = new OpeningKey(Folding.ForComparison(headline), report);
        _openings[id] = new Opening(new OpeningText(headline, text, tags), key);
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
    private readonly int[] _numbers = NumbersOf(Text.Folded);

    /// <summary>True where it holds a pair or word.</summary>
    /// <param name="number">The number of the pair or word.</param>
    public bool Holds(int number) => Array.BinarySearch(_numbers, number) >= 0;

    /// <summary>The letters of its pairs and words, by their numbers; now and then two share one.</summary>
    public ILookup<int, string> Letters() => TextSplitter.Pairs(Text.Folded).Distinct(StringComparer.Ordinal).ToLookup(t => TermId.Of(t));

    private static int[] NumbersOf(string folded)
    {
        var numbers = new int[folded.Length];
        var count = 0;
        for (var walk = new TokenEnumerator(folded); walk.MoveNext();)
        {
            if (IsTerm(walk.Kind, walk.Current))
            {
                numbers[count++] = TermId.Of(walk.Current);
            }
        }

        Array.Resize(ref numbers, count);
        Array.Sort(numbers);
        return numbers;
    }

    private static bool IsTerm(TokenKind kind, ReadOnlySpan<char> token) => kind == TokenKind.Pair || (kind == TokenKind.Word && token.Length > 1);
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
