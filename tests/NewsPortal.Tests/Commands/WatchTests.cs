using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Commands;

/// <summary>An import that goes on.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task Files_that_are_added_and_changed_are_imported_until_the_command_is_stopped()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        folder.Write("城市/a.md", "---\ntitle: 头一篇\nslug: one\ndate: 2026-11-24 08:00\n---\n\n正文。\n");
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (output, error) = (new StringWriter(), new StringWriter());
        var told = TextWriter.Synchronized(error);
        var command = CommandLine.RunAsync(["import", folder.Path, "--watch", "--data", site.DataDirectory], output, told, stop.Token);
        await UntilAsync(site, "/2026/11/24/one", "头一篇");

        folder.Write("城市/b.md", "---\ntitle: 第二篇\nslug: two\ndate: 2026-11-24 09:00\n---\n\n正文。\n");
        await UntilAsync(site, "/2026/11/24/two", "第二篇");
        Assert.Contains("/sections/cheng-shi", await site.Client.GetStringAsync("/2026/11/24/two"), StringComparison.Ordinal);
        folder.Write("城市/a.md", "---\ntitle: 头一篇\nslug: one\ndate: 2026-11-24 08:00\n---\n\n正文改过了。\n");
        await UntilAsync(site, "/2026/11/24/one", "正文改过了");
        File.Delete(Path.Combine(folder.Path, "城市/b.md"));
        folder.Write("c.md", "---\ntitle: 空的\n---\n");
        await WaitAsync(() => Task.FromResult(error.ToString().Contains("c.md", StringComparison.Ordinal)), "the rejection is told");

        await stop.CancelAsync();
        Assert.Equal(CommandLine.SomeFailed, await command);
        Assert.Equal("added 2, revised 1, unchanged 0, rejected 1\n", output.ToString());
        Assert.Equal(200, await site.StatusAsync("/2026/11/24/two"));
    }

    private static Task UntilAsync(TestSite site, string path, string text) => WaitAsync(
        async () =>
        {
            using var answer = await site.Client.GetAsync(path);
            return (await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);
        },
        $"{path} says {text}");

    private static async Task WaitAsync(Func<Task<bool>> holds, string what)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(200);
        }

        Assert.Fail($"not within forty seconds: {what}");
    }
}
