using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Serving;

/// <summary>Several nodes over one store count and rank together.</summary>
/// <param name="server">A private server.</param>
[Collection(PostgresCollection.Name)]
public sealed class HotNodesTests(PrivatePostgres server)
{
    [PostgresFact]
    public async Task Two_nodes_add_up_and_make_one_list()
    {
        var database = await server.NewDatabaseAsync();
        await using var one = await TestSite.StartAsync($"--database={database}");
        await one.ImportAsync(AnArticle.Called("第一天的新闻").At("2026-11-20 08:00:00").With("slug", "first"));
        await using var other = await TestSite.StartAsync($"--database={database}");
        await one.ReadByAsync("/2026/11/20/first", 1, 2);
        await other.ReadByAsync("/2026/11/20/first", 11, 3);
        await one.ReadsOfAsync("first");
        Assert.Equal(5, await other.ReadsOfAsync("first"));

        one.Clock.Pass(TimeSpan.FromMinutes(10));
        other.Clock.Pass(TimeSpan.FromMinutes(10));
        ClockEvents[] nodes = [.. new[] { one, other }.Select(s => ActivatorUtilities.CreateInstance<ClockEvents>(s.Services))];
        await Task.WhenAll(nodes.Select(n => n.TickAsync(CancellationToken.None)));
        await using var db = one.Store.CreateContext();
        Assert.Equal(1, await db.Changes.CountAsync(c => c.Kind == ChangeKind.Clock && c.Detail == HotSnapshot.Detail));
        Assert.Equal([5d, 5d], await db.HotEntries.OrderBy(e => e.Window).Select(e => e.Score).ToListAsync());
        await one.RefreshAsync();
        await other.RefreshAsync();
        Assert.Equal((200, 200), (await one.StatusAsync("/hot"), await other.StatusAsync("/hot")));
    }
}
