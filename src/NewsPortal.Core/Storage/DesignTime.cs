using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsPortal.Core.Storage;

/// <summary>Lets the migrations tool make the SQLite context; never used by the running program.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteNewsDbContext>
{
    /// <inheritdoc/>
    public SqliteNewsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNewsDbContext>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>Lets the migrations tool make the PostgreSQL context; never used by the running program.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresNewsDbContext>
{
    /// <inheritdoc/>
    public PostgresNewsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresNewsDbContext>().UseNpgsql("Host=design").Options);
}
