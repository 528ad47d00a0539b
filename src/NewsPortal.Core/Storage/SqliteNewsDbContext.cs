using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Core.Storage;

/// <summary>The store in one SQLite file.</summary>
/// <param name="options">Which file, and how.</param>
public sealed class SqliteNewsDbContext(DbContextOptions<SqliteNewsDbContext> options) : NewsDbContext(options);
