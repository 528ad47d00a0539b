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
        return new Command("bench", "Measures on labelled data.")
        {
            extraction,
            RelatedBenchCommand.Build(output, error),
            SearchBenchCommand.Build(output, error),
        };
    }
}
