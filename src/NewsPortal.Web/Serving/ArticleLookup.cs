using System.Collections.Concurrent;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>What the reader's path asks the store: an article's state and its kept run, by address, in one prepared command.</summary>
/// <param name="store">The store.</param>
public sealed class ArticleLookup(NewsStore store) : IDisposable
{
    // No more connections are kept than can be of use at once on a large node.
    private const int MostKept = 32;

    private readonly ConcurrentBag<PreparedLookup> _free = [];

    /// <summary>It answers from a file of this machine, so that nobody waits long for it.</summary>
    public bool IsLocal => !store.IsPostgres;

    /// <summary>Looks an address up.</summary>
    /// <param name="day">Its day as yyyymmdd.</param>
    /// <param name="slug">Its slug.</param>
    /// <returns>The article; null where the address belongs to none.</returns>
    public FoundArticle? Find(int day, ReadOnlySpan<char> slug)
    {
        if (!_free.TryTake(out var prepared))
        {
            prepared = store.IsPostgres ? new PostgresLookup(store.OpenConnection()) : new SqliteLookup(store.OpenConnection());
        }

        FoundArticle? found;
        try
        {
            found = prepared.Find(day, slug);
        }
        catch
        {
            // A connection on which a command failed is not used again.
            prepared.Dispose();
            throw;
        }

        if (_free.Count < MostKept)
        {
            _free.Add(prepared);
        }
        else
        {
            prepared.Dispose();
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_free.TryTake(out var prepared))
        {
            prepared.Dispose();
        }
    }
}

/// <summary>The command, prepared on a connection of its own; one thread at a time uses it.</summary>
internal abstract class PreparedLookup : IDisposable
{
    /// <summary>Article and run by the unique index over day and slug; <c>@day</c> and <c>@slug</c> are its parameters.</summary>
    protected const string Command =
        """
        SELECT a."Id", a."Status", a."PublishedUtc", a."RevisedUtc", r."Fingerprint", r."Hash", r."Crc", r."Length", r."Deflated"
        FROM "Articles" a LEFT JOIN "Runs" r ON r."ArticleId" = a."Id"
        WHERE a."Day" = @day AND a."Slug" = @slug
        """;

    /// <summary>Looks an address up.</summary>
    /// <param name="day">Its day as yyyymmdd.</param>
    /// <param name="slug">Its slug.</param>
    public abstract FoundArticle? Find(int day, ReadOnlySpan<char> slug);

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>An article found by its address.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="ModifiedUtc">When its public content last changed.</param>
/// <param name="Fingerprint">What made its run; null where there is none.</param>
/// <param name="Run">Its kept run.</param>
public sealed record FoundArticle(long Id, ArticleStatus Status, DateTime ModifiedUtc, string? Fingerprint, Run? Run);
