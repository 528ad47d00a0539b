using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal search QUERY</c>: answers as the search page does.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 10;

    public static Command Build(TextWriter output, TextWriter error)
    {
        var words = new Argument<string?>("QUERY") { Description = "The words.", Arity = ArgumentArity.ZeroOrOne };
        var limit = new Option<int>("--limit") { Description = "How many articles at most.", DefaultValueFactory = _ => DefaultLimit };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var queries = new Option<string?>("--queries") { Description = "A file of queries: id, tab, text.", HelpName = "FILE.tsv" };
        var run = new Option<string?>("--run") { Description = "Where the answers go: query, article, rank.", HelpName = "OUT.tsv" };
        var command = new Command("search", "Searches as the search page does.") { words, limit, json, queries, run };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit must be at least 1.");
            }
        });
        command.Validators.Add(result =>
        {
            if ((result.GetValue(words) is null) == (result.GetValue(queries) is null) || (result.GetValue(queries) is null) != (result.GetValue(run) is null))
            {
                result.AddError("Give either a QUERY, or --queries FILE.tsv with --run OUT.tsv.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);

            // After an upgrade the index may have to be made anew; an answer from half of it would be a wrong one.
            await new SearchBacklog(store, TimeProvider.System).WorkOffAsync(cancellationToken: cancellationToken);
            if (parsed.GetValue(queries) is { } file)
            {
                return await RunFileAsync(store, file, parsed.GetValue(run)!, parsed.GetValue(limit), error, cancellationToken);
            }

            await using var db = store.CreateContext();
            var ids = await ArticleSearch.RankAsync(db, parsed.GetValue(words)!, parsed.GetValue(limit), cancellationToken);
            var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
            foreach (var article in ids.Select(id => articles[id]))
            {
                await output.WriteLineAsync(parsed.GetValue(json)
                    ? JsonLine.Of(new { id = article.ExternalId ?? article.Id.ToString(), headline = article.Headline, address = article.Path })
                    : $"{article.Path}\t{article.Headline}");
            }

            return CommandLine.Ok;
        });
        return command;
    }

    private static async Task<int> RunFileAsync(
        NewsStore store, string file, string run, int limit, TextWriter error, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            await error.WriteLineAsync($"There is no file {file}.");
            return CommandLine.WrongUsage;
        }

        await using var db = store.CreateContext();
        await using var writer = new StreamWriter(run);
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            var columns = line.Split('\t');
            if (columns.Length < 2)
            {
                continue;
            }

            var ids = await ArticleSearch.RankAsync(db, columns[^1], limit, cancellationToken);
            var externals = await ExternalIds.OfAsync(db, ids, cancellationToken);
            for (var rank = 0; rank < ids.Count; rank++)
            {
                await writer.WriteLineAsync($"{columns[0]}\t{externals[ids[rank]]}\t{rank + 1}");
            }
        }

        return CommandLine.Ok;
    }
}
