using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Storage;

/// <summary>The store in one SQLite file.</summary>
public sealed class SqliteStoreTests
{
    [Fact]
    public async Task Every_connection_syncs_each_commit_and_keeps_foreign_keys()
    {
        using var test = await TestStore.SqliteAsync();
        await using var db = test.Store.CreateContext();
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync());
        await using var raw = test.Store.OpenConnection();
        await using var command = raw.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        Assert.Equal(2L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("newsportal.db", "this is not a database, and never was one, however long it is");
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => NewsStore.OpenAsync(new StoreLocation(folder.Path)));
        Assert.Contains("newsportal.db", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused()
    {
        using var test = await TestStore.SqliteAsync();
        await using (var db = test.Store.CreateContext())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Future', '99.0.0')");
        }

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => NewsStore.OpenAsync(test.Store.Location));
        Assert.Contains("newer", refused.Message, StringComparison.Ordinal);
    }
}
