using System.Diagnostics;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using Xunit.Abstractions;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>Eight people save at once while an import runs: nobody's work is lost and nobody is told to come back later.</summary>
/// <param name="server">A private PostgreSQL.</param>
/// <param name="output">Where the measured times go.</param>
[Collection(PostgresCollection.Name)]
public sealed class BusyDesksTests(PrivatePostgres server, ITestOutputHelper output)
{
    private const int Desks = 8;

    private static int Files => Environs.AllCases ? 10_000 : 120;

    private static int SavesEach => Environs.AllCases ? 40 : 4;

    [Theory]
    [StoreKinds]
    public async Task No_save_is_lost_beside_an_import(string kind)
    {
        using var room = await Newsroom.OpenAsync(kind, server);
        var shared = (await room.PublishedAsync(Newsroom.AnEdit("大家都在改"))).Id;
        var own = new List<long>();
        for (var i = 0; i < Desks; i++)
        {
            own.Add((await room.PublishedAsync(Newsroom.AnEdit($"第{i}桌的稿件", $"<p>{i} 号桌写自己的一篇，讲{(char)('一' + (i * 97))}{(char)('丁' + (i * 61))}的事。</p>"))).Id);
        }

        var times = new List<double>[Desks];
        var import = Task.Run(() => room.ImportAsync([.. Enumerable.Range(0, Files).Select(AFile)]));
        var editing = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Desks).Select(i => Task.Run(async () =>
        {
            times[i] = [];
            for (var save = 0; save < SavesEach; save++)
            {
                await AddAsync(room, i, own[i], $"桌{i}自{save}句", times[i]);
                await AddAsync(room, i, shared, $"桌{i}共{save}句", times[i]);
            }
        })));
        var edited = editing.Elapsed;
        var besideImport = !import.IsCompleted;
        var report = await import;

        Assert.Equal((Files, 0), (report.Added, report.Rejected));
        for (var i = 0; i < Desks; i++)
        {
            Assert.Equal(Enumerable.Range(0, SavesEach).Select(save => $"桌{i}自{save}句"), (await room.ReadAsync(own[i])).Body!.Text.Split('\n')[1..]);
        }

        var together = (await room.ReadAsync(shared)).Body!.Text.Split('\n');
        Assert.All(Enumerable.Range(0, Desks), i => Assert.Equal(SavesEach, together.Count(line => line.StartsWith($"桌{i}共", StringComparison.Ordinal))));
        Assert.Equal(Desks * SavesEach, (await room.RevisionsAsync(shared)).Count);
        var all = times.SelectMany(t => t).Order().ToList();
        output.WriteLine($"{kind}: {all.Count} saves in {edited.TotalSeconds:0.0} s, median {all[all.Count / 2]:0} ms, p95 {all[all.Count * 95 / 100]:0} ms, longest {all[^1]:0} ms; import of {Files} files {(besideImport ? "went on longer" : "ended before")}");
    }

    // Whoever is refused takes in what the other wrote and saves again, as the page has people do.
    private static async Task AddAsync(Newsroom room, int desk, long id, string sentence, List<double> times)
    {
        var article = await room.ReadAsync(id);
        var (edit, version) = (ArticleEdit.Of(article, article.Body!), article.Version);
        while (true)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                await room.DeskOf($"desk{desk}").SaveAsync(id, version, edit with { Body = edit.Body + $"<p>{sentence}</p>" });
                times.Add(watch.Elapsed.TotalMilliseconds);
                return;
            }
            catch (EditConflictException conflict)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
                (edit, version) = (conflict.Stored, conflict.Version);
            }
        }
    }

    private static (string, string) AFile(int number) => AnArticle.Called($"第{number}号来稿").Under($"来稿/{number}.md").At($"2026-11-{(number % 22) + 1:00} 08:00")
        .Saying(string.Concat(Enumerable.Range(0, 120).Select(i => i % 20 == 19 ? '。' : (char)(0x4E00 + (((number * 7919) + (i * 104729)) % 6000))))).ToFile();
}
