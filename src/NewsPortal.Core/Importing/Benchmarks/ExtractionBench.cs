using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using NewsPortal.Core.Reading;

namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>
/// Measures the importer on a folder of sets, each with a <c>truth.json</c> keyed by page and the pages in <c>pages</c>
/// (<c>.html.gz</c>) or <c>files</c>. Bodies are compared by runs of four tokens, titles and sources without white space
/// after compatibility folding, lists of names by micro F1.
/// </summary>
public static class ExtractionBench
{
    private static readonly string[] Sets = ["aeb", "zh", "dump", "capture", "news-meta", "moz-meta", "encoding"];

    /// <summary>Measures the importer as it stands, for a site on China's time, and prints a line of figures for each set.</summary>
    /// <param name="dir">The folder with the sets.</param>
    /// <param name="output">Where the table goes.</param>
    /// <returns>How many sets were found.</returns>
    public static int Run(string dir, TextWriter output)
    {
        var options = new ExtractionOptions(SiteZone.Find("Asia/Shanghai"));
        return Run(dir, output, file => ArticleExtractor.Extract(file, options));
    }

    /// <summary>Measures every set that is there and prints a line of figures for each.</summary>
    /// <param name="dir">The folder with the sets.</param>
    /// <param name="output">Where the table goes.</param>
    /// <param name="extract">The extraction to measure: an input becomes a result.</param>
    /// <returns>How many sets were found.</returns>
    public static int Run(string dir, TextWriter output, Func<SourceFile, Extraction> extract)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(extract);
        var found = 0;
        foreach (var name in Sets)
        {
            var folder = Path.Combine(dir, name);
            if (!File.Exists(Path.Combine(folder, "truth.json")))
            {
                continue;
            }

            output.WriteLine(Measure(folder, name, extract).ToString());
            found++;
        }

        return found;
    }

    internal static BenchSet Measure(string folder, string name, Func<SourceFile, Extraction> extract)
    {
        using var truths = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "truth.json")));
        var set = new BenchSet(name);
        foreach (var page in truths.RootElement.EnumerateObject())
        {
            var truth = new BenchTruth(page.Value);
            var file = Open(folder, page.Name);
            var clock = Stopwatch.StartNew();
            var extraction = extract(file);
            var elapsed = clock.Elapsed;
            if (name == "encoding")
            {
                set.Count(page.Name, elapsed);
                EncodingScore.Add(set, extraction, truth);
            }
            else
            {
                set.Add(extraction.Article, truth, page.Name, elapsed);
            }
        }

        return set;
    }

    /// <summary>Opens a page of a set: unpacked, with the extension of what is inside.</summary>
    internal static SourceFile Open(string folder, string id)
    {
        foreach (var (path, extension) in new[]
        {
            (Path.Combine(folder, "pages", id + ".html.gz"), ".html"),
            (Path.Combine(folder, "files", id + ".txt"), ".txt"),
            (Path.Combine(folder, "files", id), ".txt"),
        })
        {
            if (File.Exists(path))
            {
                return new(path, id, Read(path), extension);
            }
        }

        throw new FileNotFoundException($"the truth names '{id}', but no such page is below {folder}");
    }

    private static byte[] Read(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            return File.ReadAllBytes(path);
        }

        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
