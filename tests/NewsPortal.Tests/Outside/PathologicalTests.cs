using System.Diagnostics;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Importing;

namespace NewsPortal.Tests.Outside;

/// <summary>Inputs that make naive parsers quadratic or overflow the stack.</summary>
public sealed class PathologicalTests
{
    private const double MostSeconds = 2;
    private const string MostBytes = "0x10000000";

    [BenchFact]
    public void Every_recipe_against_parsers_ends_in_two_seconds_of_work_with_an_article_or_a_clear_reason()
    {
        var log = new List<string>();
        foreach (var item in BadInputTests.Cases("pathological"))
        {
            var (text, extension) = (ShapeRecipe.Write(item), "." + item.GetProperty("fmt").GetString());
            var extraction = Extracted.Try(text[..Math.Min(text.Length, 10)], extension);
            var cost = Cost.Once(() => extraction = Extracted.Try(text, extension));
            log.Add($"{item.GetProperty("name")} {text.Length} {cost} {extraction.Error}");
            Assert.True(cost.Seconds < MostSeconds, $"{item.GetProperty("name")}: {cost}");
            Assert.True(extraction.Article is not null || extraction.Error is { Length: > 10 });
        }
        File.WriteAllLines("/tmp/h/path.txt", log);
    }

    // A process of its own: no exception tells of a stack that is full, and the runtime itself holds it to the memory.
    [BenchFact]
    public void A_process_with_256_megabytes_reads_them_all()
    {
        using var folder = new TemporaryFolder();
        var recipes = BadInputTests.Cases("pathological").ToList();
        foreach (var item in recipes) folder.Write($"{item.GetProperty("id")}.{item.GetProperty("fmt")}", ShapeRecipe.Write(item));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsportal.dll"), "extract", folder.Path, "--out", Path.Combine(folder.Path, "out.jsonl")])
        {
            Environment = { ["DOTNET_GCHeapHardLimit"] = MostBytes },
            RedirectStandardError = true,
        })!;
        var reasons = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or 1, reasons);
        Assert.Equal(recipes.Count, File.ReadLines(Path.Combine(folder.Path, "out.jsonl")).Count());
        File.WriteAllText("/tmp/h/path2.txt", reasons);
    }
}
