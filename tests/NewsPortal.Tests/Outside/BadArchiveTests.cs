using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Importing;

namespace NewsPortal.Tests.Outside;

public sealed class BadArchiveTests
{
    private const long MostMemory = 64L * 1024 * 1024;

    [BenchFact]
    public void Every_hostile_archive_gives_its_good_files_and_a_reason_for_each_bad_one()
    {
        using var folder = new TemporaryFolder();
        var good = folder.Write("good.zip", Archive([("good.md", "# 题\n\n字")]));
        Assert.Equal(1, Read(good).Imported);

        // Every second one; all of them with NEWSPORTAL_ALL_CASES=1.
        foreach (var item in BadInputTests.Cases("zip").Where((_, i) => Environs.AllCases || i % 2 == 0))
        {
            var id = $"{item.GetProperty("id")} {item.GetProperty("name")}";
            var path = folder.Write("case.zip", item.GetProperty("b64").GetBytesFromBase64());
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var (entries, imported, peak, reading) = Read(path);

            Assert.True(reading.TotalSeconds < 2, $"{id}: {reading}");
            Assert.True(peak - before < MostMemory, $"{id}: {(peak - before) / 1024 / 1024} MB");
            Assert.True(entries.Count > 0, $"{id}: nothing was said of it");
            if (item.TryGetProperty("good_entries", out var wanted)) Assert.True(imported >= wanted.GetInt32(), $"{id}: {imported} of {wanted} were imported");
            Assert.Equal(2, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length);
            Assert.Equal(1, Read(good).Imported);
        }
    }

    [BenchFact]
    public void Every_odd_path_as_the_name_of_an_entry_stays_in_the_archive_or_is_refused()
    {
        using var folder = new TemporaryFolder();
        var names = BadInputTests.Cases("paths").Select(item => item.GetProperty("in").GetString()! + ".md").Where(name => Encoding.UTF8.GetByteCount(name) < 60_000).ToList();
        var path = folder.Write("paths.zip", Archive([.. names.Select(name => (name, "# 题\n\n字")), ("good.md", "# 题\n\n字")]));
        var items = InputReader.Read([path]).ToList();

        Assert.Contains(items, item => item.File?.RelativePath == "good.md");
        foreach (var item in items)
        {
            Assert.True(item.File is not null || item.Reason is { Length: > 10 }, item.Path);
            Assert.DoesNotContain(item.Path, char.IsControl);
            if (item.File is not { } file) continue;
            Assert.DoesNotContain("..", file.RelativePath.Split('/', '\\'));
            Assert.StartsWith(folder.Path, Path.GetFullPath(Path.Combine(folder.Path, file.RelativePath)), StringComparison.Ordinal);
        }

        Assert.Equal([path], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    // An entry is good where it is read whole; a text that is only a headline is refused by a rule of its own, as by name.
    private static (List<InputItem> Items, int Imported, long Peak, TimeSpan Reading) Read(string path)
    {
        var (items, imported, peak, clock) = (new List<InputItem>(), 0, 0L, new Stopwatch());
        using var reader = InputReader.Read([path]).GetEnumerator();
        while (Next())
        {
            var item = reader.Current;
            Assert.True(item.File is not null || item.Reason is { Length: > 10 }, item.Path);
            Assert.DoesNotContain(item.Path, char.IsControl);
            items.Add(item with { File = null });
            if (items.Count % 500 == 1) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            if (item.File is not { } file) continue;
            Assert.DoesNotContain("..", file.RelativePath.Split('/'));
            var extraction = ArticleExtractor.Extract(file, Extracted.Options);
            Assert.True(extraction.Article is not null || extraction.Error is { Length: > 10 }, item.Path);
            imported += extraction.Article is not null || extraction.Error!.StartsWith("the body is empty", StringComparison.Ordinal) ? 1 : 0;
        }

        return (items, imported, peak, clock.Elapsed);

        // What an archive costs, without what its articles do: those are extracted on all cores.
        bool Next()
        {
            clock.Start();
            var found = reader.MoveNext();
            clock.Stop();
            return found;
        }
    }

    private static byte[] Archive(IEnumerable<(string Name, string Text)> files)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }
}
