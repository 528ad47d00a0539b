using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing;

/// <summary>How much of its input an import holds at a time.</summary>
public sealed class ImportMemoryTests
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(24, 16, 6)]
    [InlineData(200, 4, 2)]
    public async Task Large_files_are_not_read_far_ahead_of_the_store(int megabytes, int files, int most)
    {
        using var test = await TestStore.SqliteAsync();

        // One array stands for all files; what is counted is how many of them would be in memory.
        var bytes = new byte[megabytes * Megabyte];
        var (read, done, held) = (0, 0, 0);
        IEnumerable<InputItem> Inputs()
        {
            for (var i = 0; i < files; i++)
            {
                held = Math.Max(held, Interlocked.Increment(ref read) - Volatile.Read(ref done));
                yield return new InputItem($"{i}.none", new SourceFile($"{i}.none", $"{i}.none", bytes, ".none"), null, PictureFinder.None);
            }
        }

        var report = await new ArticleImporter(test.Store, TimeProvider.System).ImportAsync(
            Inputs(), new ImportOptions("import", TimeZoneInfo.Utc), _ => Interlocked.Increment(ref done));
        Assert.Equal(files, report.Rejected);
        Assert.InRange(held, 1, most);
    }

    [Fact]
    public async Task A_budget_lets_one_through_whatever_its_size_and_the_others_when_there_is_room()
    {
        var budget = new ByteBudget(10);
        await budget.TakeAsync(50, default);
        var second = budget.TakeAsync(4, default);
        Assert.False(second.IsCompleted);
        budget.Give(50);
        await second;
        await budget.TakeAsync(6, default);
        using var tooLong = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => budget.TakeAsync(1, tooLong.Token));
    }
}
