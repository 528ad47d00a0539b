using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Core.Storage;

/// <summary>The store in PostgreSQL, for several nodes.</summary>
/// <param name="options">Which server, and how.</param>
public sealed class PostgresNewsDbContext(DbContextOptions<PostgresNewsDbContext> options) : NewsDbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Slugs, hashes and keys are compared by code point on both databases, whatever the cluster's locale.
        modelBuilder.UseCollation("C");
    }
}
