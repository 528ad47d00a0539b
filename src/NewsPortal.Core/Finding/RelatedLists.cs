using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>Reads and writes stored related lists.</summary>
/// <param name="db">A context with an open transaction.</param>
internal sealed class RelatedLists(NewsDbContext db)
{
    private readonly HashSet<long> _changed = [];

    /// <summary>Articles whose list was written.</summary>
    public HashSet<long> Changed => _changed;

    /// <summary>Reads the lists of some articles, in order of their places.</summary>
    /// <param name="owners">The articles; one without a list gets an empty one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Dictionary<long, List<RelatedArticle>>> ReadAsync(IReadOnlyCollection<long> owners, CancellationToken cancellationToken)
    {
        var lists = owners.ToDictionary(o => o, _ => new List<RelatedArticle>(RelatedNews.ListLength + 1));
        if (lists.Count == 0)
        {
            return lists;
        }

        await using var command = db.Command(
            $"""
            SELECT "ArticleId", "RelatedId", "Score", "Reasons" FROM "Related"
            WHERE "ArticleId" IN ({string.Join(',', owners)}) ORDER BY "ArticleId", "Rank"
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            lists[reader.GetInt64(0)].Add(new RelatedArticle
            {
                ArticleId = reader.GetInt64(0),
                RelatedId = reader.GetInt64(1),
                Score = reader.GetDouble(2),
                Reasons = reader.GetString(3),
            });
        }

        return lists;
    }

    /// <summary>Reads the last score of each full list among those of some articles.</summary>
    /// <param name="owners">The articles.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Dictionary<long, double>> LastScoresAsync(IReadOnlyCollection<long> owners, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<long, double>(owners.Count);
        if (owners.Count == 0)
        {
            return scores;
        }

        await using var command = db.Command(
            $"SELECT \"ArticleId\", \"Score\" FROM \"Related\" WHERE \"ArticleId\" IN ({string.Join(',', owners)}) AND \"Rank\" = {RelatedNews.ListLength}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            scores[reader.GetInt64(0)] = reader.GetDouble(1);
        }

        return scores;
    }

    /// <summary>The articles in whose lists another stands.</summary>
    /// <param name="related">The other.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<HashSet<long>> HoldersAsync(long related, CancellationToken cancellationToken)
    {
        var holders = new HashSet<long>();
        await using var command = db.Command("SELECT \"ArticleId\" FROM \"Related\" WHERE \"RelatedId\" = @id");
        command.Add("@id", related);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            holders.Add(reader.GetInt64(0));
        }

        return holders;
    }

    /// <summary>Writes an article's list anew.</summary>
    /// <param name="owner">The article.</param>
    /// <param name="list">Its list, in order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ReplaceAsync(long owner, List<RelatedArticle> list, CancellationToken cancellationToken)
    {
        await db.Statements.Command("DELETE FROM \"Related\" WHERE \"ArticleId\" = @id", ("@id", owner)).ExecuteNonQueryAsync(cancellationToken);
        _changed.Add(owner);
        if (list.Count == 0)
        {
            return;
        }

        if (db.Database.IsSqlite())
        {
            var put = db.Statements.Sqlite(
                "INSERT INTO \"Related\" (\"ArticleId\", \"Rank\", \"RelatedId\", \"Score\", \"Reasons\") VALUES (?1, ?2, ?3, ?4, ?5)").Bind(1, owner);
            for (var i = 0; i < list.Count; i++)
            {
                put.Bind(2, i + 1).Bind(3, list[i].RelatedId).Bind(4, list[i].Score).Bind(5, list[i].Reasons).Run();
            }

            return;
        }

        await using var insert = db.Command(
            "INSERT INTO \"Related\" (\"ArticleId\", \"Rank\", \"RelatedId\", \"Score\", \"Reasons\") VALUES "
            + string.Join(", ", list.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"({owner}, {i + 1}, {r.RelatedId}, @score{i}, @reasons{i})"))));
        for (var i = 0; i < list.Count; i++)
        {
            insert.Add($"@score{i}", list[i].Score);
            insert.Add($"@reasons{i}", list[i].Reasons);
        }

        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
