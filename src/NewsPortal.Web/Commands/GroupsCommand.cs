using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal groups --run OUT.tsv</c>: same-report group and story of every public article.</summary>
internal static class GroupsCommand
{
    public static Command Build(TextWriter output)
    {
        var run = new Option<string>("--run") { Description = "Where the groups go: article, report, story; an article that is alone is its own report and story.", HelpName = "OUT.tsv", Required = true };
        var command = new Command("groups", "Writes which reprints are one report and which reports are one story.") { run };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            var articles = await db.Articles.AsNoTracking().Visible().OrderBy(a => a.Id).Select(a => new { a.Id, a.ReportId, a.StoryId }).ToListAsync(cancellationToken);
            var names = await ExternalIds.OfAsync(db, [.. articles.SelectMany(a => new[] { a.Id, a.ReportId, a.StoryId }).Distinct()], cancellationToken);
            await using (var writer = new StreamWriter(parsed.GetValue(run)!))
            {
                foreach (var article in articles)
                {
                    await writer.WriteLineAsync($"{names[article.Id]}\t{Name(article.ReportId)}\t{Name(article.StoryId)}");
                }
            }

            await output.WriteLineAsync(
                $"{articles.Count} articles, {articles.Select(a => a.ReportId).Distinct().Count()} reports, {articles.Select(a => a.StoryId).Distinct().Count()} stories");
            return CommandLine.Ok;

            // The article that founded a group may be gone; its number still names the group.
            string Name(long id) => names.TryGetValue(id, out var name) ? name : $"{id}";
        });
        return command;
    }
}
