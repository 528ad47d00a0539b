using System.CommandLine;
using Microsoft.Data.Sqlite;
using NewsPortal.Core.Importing.Benchmarks;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal bench search DIR</c>: how well known articles and answers to questions are found.</summary>
internal static class SearchBenchCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "A folder with sets of documents and judged queries." };
        var command = new Command("search", "Measures how well the search finds what is known to be right.") { folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var dir = parsed.GetValue(folder)!;
            if (!Directory.Exists(dir))
            {
                await error.WriteLineAsync($"There is no folder {dir}.");
                return CommandLine.WrongUsage;
            }

            var stores = Directory.CreateTempSubdirectory("newsportal-bench-");
            try
            {
                var found = await SearchBench.RunAsync(
                    dir, output, () => NewsStore.OpenAsync(new StoreLocation(stores.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName), cancellationToken), cancellationToken);
                return found > 0 ? CommandLine.Ok : CommandLine.SomeFailed;
            }
            finally
            {
                SqliteConnection.ClearAllPools();
                stores.Delete(recursive: true);
            }
        });
        return command;
    }
}
