using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Integrity;

/// <summary>What is damaged is found and named; what is whole is not complained about.</summary>
public sealed class StoreExaminationTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await AStoreWithEverything.FillAsync(_site);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_whole_store_has_no_fault_and_tells_its_root()
    {
        var (report, faults) = await AStoreWithEverything.ExamineAsync(_site.Store);
        Assert.Empty(faults);
        Assert.Equal((7, 1, 7), (report.Articles, report.Pictures, report.Originals));
        await using var db = _site.Store.CreateContext();
        Assert.Equal(await db.Changes.OrderBy(c => c.Sequence).Select(c => c.Hash).LastAsync(), report.Root);
        Assert.Empty((await AStoreWithEverything.ExamineAsync(_site.Store, report.Root)).Faults);
    }

    [Theory]
    [InlineData("UPDATE \"Bodies\" SET \"Html\" = replace(\"Html\", '三年', '四年') WHERE \"ArticleId\" = (SELECT \"Id\" FROM \"Articles\" WHERE \"Headline\" = '第3座桥通车')", "article * (第3座桥通车), version 1: its content is not")]
    [InlineData("UPDATE \"Articles\" SET \"Headline\" = '第9座桥通车' WHERE \"Headline\" = '第4座桥通车'", "article * (第9座桥通车), version 1: its content is not")]
    [InlineData("UPDATE \"ArticlePictures\" SET \"AltText\" = '坝' WHERE \"ArticleId\" = (SELECT \"Id\" FROM \"Articles\" WHERE \"Headline\" = '第5座桥通车')", "article * (第5座桥通车), version 1: its content is not")]
    [InlineData("DELETE FROM \"Bodies\" WHERE \"ArticleId\" = (SELECT \"Id\" FROM \"Articles\" WHERE \"Headline\" = '第6座桥通车')", "article * (第6座桥通车), version 1: its text is gone")]
    [InlineData("UPDATE \"Articles\" SET \"ContentHash\" = '00' || substr(\"ContentHash\", 3) WHERE \"Headline\" = '第1座桥通车'", "article * (第1座桥通车), version 1: its content was changed beside the ledger")]
    [InlineData("UPDATE \"Articles\" SET \"Status\" = 3 WHERE \"Headline\" = '第2座桥通车'", "article * (第2座桥通车), version 2: it is public, and the ledger does not say")]
    [InlineData("UPDATE \"Articles\" SET \"Status\" = 0 WHERE \"Headline\" = '第1座桥通车'", "article *: the ledger's row * says that it is public, and it is not")]
    [InlineData("UPDATE \"Originals\" SET \"Compressed\" = substr(\"Compressed\", 1, length(\"Compressed\") - 1)", "original *: the kept file is damaged; it became article")]
    [InlineData("UPDATE \"Runs\" SET \"Crc\" = \"Crc\" + 1", "page of article *: the page made ready is damaged")]
    [InlineData("UPDATE \"Runs\" SET \"Deflated\" = x'00ff17'", "page of article *: the page made ready is damaged")]
    [InlineData("DELETE FROM \"Changes\" WHERE \"Sequence\" = 2", "ledger: row 2 is missing, row 3 follows")]
    public async Task What_was_changed_past_the_program_is_named(string sql, string expected)
    {
        await AStoreWithEverything.TamperAsync(_site.Store, sql);
        var (_, faults) = await AStoreWithEverything.ExamineAsync(_site.Store);
        var pattern = "^" + System.Text.RegularExpressions.Regex.Escape(expected).Replace(@"\*", ".*", StringComparison.Ordinal);
        Assert.Contains(faults, f => System.Text.RegularExpressions.Regex.IsMatch(f, pattern));
    }

    [Fact]
    public async Task A_flipped_byte_in_a_picture_is_named_and_so_is_a_picture_that_is_gone()
    {
        var picture = Directory.GetFiles(_site.Store.Location.MediaDirectory, "*", SearchOption.AllDirectories)
            .Single(f => !Path.GetFileName(f).Contains('-', StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith('.'));
        var bytes = await File.ReadAllBytesAsync(picture);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(picture, bytes);
        Assert.Contains("its file is damaged", Assert.Single((await AStoreWithEverything.ExamineAsync(_site.Store)).Faults), StringComparison.Ordinal);
        File.Delete(picture);
        Assert.Contains("its file is missing", Assert.Single((await AStoreWithEverything.ExamineAsync(_site.Store)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_one_of_two_hundred_changed_ledger_rows_is_found()
    {
        var random = new Random(20261130);
        string[] changes =
        [
            "\"Kind\" = \"Kind\" % 3 + 1", "\"Actor\" = \"Actor\" || '.'", "\"Detail\" = 'x'", "\"ContentHash\" = 'ab' || substr(coalesce(\"ContentHash\", 'cdcd'), 3)",
            "\"ArticleId\" = coalesce(\"ArticleId\", 0) + 1", "\"AtUtc\" = '2001-01-01 00:00:00'", "\"PreviousHash\" = 'ee' || substr(\"PreviousHash\", 3)", "\"Hash\" = '12' || substr(\"Hash\", 3)",
        ];
        await using var db = _site.Store.CreateContext();
        var rows = await db.Changes.CountAsync();
        for (var n = 0; n < 200; n++)
        {
            var (row, change) = (random.Next(1, rows + 1), changes[n % changes.Length]);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await using var command = db.Command($"UPDATE \"Changes\" SET {change} WHERE \"Sequence\" = {AStoreWithEverything.Sql(row)}");
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
            var found = new List<Core.Integrity.IntegrityFault>();
            var report = new Core.Integrity.IntegrityReport();
            await Core.Integrity.LedgerCheck.RunAsync(db, null, report, new Core.Integrity.FaultList(report, found.Add), CancellationToken.None);
            Assert.True(found.Exists(f => f.Where == "ledger" && f.What.StartsWith($"row {AStoreWithEverything.Sql(row)} was changed", StringComparison.Ordinal)), $"row {row}: {change}");
            await transaction.RollbackAsync();
            db.ChangeTracker.Clear();
        }
    }

    [Fact]
    public async Task A_ledger_whose_end_was_cut_off_is_told_by_the_root_that_was_kept_elsewhere()
    {
        var (before, _) = await AStoreWithEverything.ExamineAsync(_site.Store);
        await AStoreWithEverything.TamperAsync(_site.Store, "DELETE FROM \"Changes\" WHERE \"Sequence\" = (SELECT max(\"Sequence\") FROM \"Changes\")");
        Assert.DoesNotContain((await AStoreWithEverything.ExamineAsync(_site.Store)).Faults, f => f.StartsWith("ledger", StringComparison.Ordinal));
        Assert.Contains((await AStoreWithEverything.ExamineAsync(_site.Store, before.Root)).Faults, f => f.Contains("cut off", StringComparison.Ordinal));
    }
}
