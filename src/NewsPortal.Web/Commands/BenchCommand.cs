using System.CommandLine;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Benchmarks;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal bench extraction|related DIR</c>: the figures of a folder of labelled data.</summary>
internal static class BenchCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder with sets of labelled inputs." };
        var extraction = new Command("extraction", "Measures what the importer makes of labelled pages.") { folder };
        extraction.SetAction(async parsed =>
        {
            var dir = parsed.GetValue(folder)!;
            if (!Directory.Exists(dir))
            {
                await error.WriteLineAsync($"There is no folder {dir}.");
                return CommandLine.WrongUsage;
            }

            var options = new ExtractionOptions(SiteZone.Find(new SiteSettings().TimeZone));
            ExtractionBench.Run(dir, output, file => ArticleExtractor.Extract(file, options));
            return CommandLine.Ok;
        });
        return new Command("bench", "Measures on labelled data.") { extraction, Related(output, error) };
    }

    private static Command Related(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder with docs.jsonl and qrels.tsv or stories.tsv, or with folders that have them." };
        var related = new Command("related", "Measures related lists: recall, nDCG and reciprocal rank at 15.") { folder };
        related.SetAction(async (parsed, cancellationToken) =>
        {
            var dir = parsed.GetValue(folder)!;
            if (await RelatedBench.RunAsync(dir, output, cancellationToken) > 0)
            {
                return CommandLine.Ok;
            }

            await error.WriteLineAsync($"There is no set with docs.jsonl and judgements in {dir}.");
            return CommandLine.WrongUsage;
        });
        return related;
    }
}
