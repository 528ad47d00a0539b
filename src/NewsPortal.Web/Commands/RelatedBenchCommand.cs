using System.CommandLine;
using NewsPortal.Core.Importing.Benchmarks;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal bench related DIR</c>: the figures of related lists on a folder with judgements.</summary>
internal static class RelatedBenchCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder with docs.jsonl and qrels.tsv or stories.tsv, or with folders that have them." };
        var copies = new Option<int>("--copies") { Description = "Measures instead how this many edited copies of 500 articles are recognised.", HelpName = "N" };
        var related = new Command("related", "Measures related lists: recall, nDCG and reciprocal rank at 15; and stories.") { folder, copies };
        related.SetAction(async (parsed, cancellationToken) =>
        {
            var dir = parsed.GetValue(folder)!;
            var found = parsed.GetValue(copies) is > 0 and var count
                ? await ReportBench.RunAsync(dir, count, output, cancellationToken)
                : await RelatedBench.RunAsync(dir, output, cancellationToken);
            if (found > 0)
            {
                return CommandLine.Ok;
            }

            await error.WriteLineAsync($"There is no set with docs.jsonl and judgements in {dir}.");
            return CommandLine.WrongUsage;
        });
        return related;
    }
}
