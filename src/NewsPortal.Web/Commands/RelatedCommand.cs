using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal related ID</c>: an article's related list with scores and reasons.</summary>
internal static class RelatedCommand
{
    private const string Pinned = "编辑推荐";

    public static Command Build(TextWriter output, TextWriter error)
    {
        var id = new Argument<string?>("ID") { Description = "The article: its external id or number.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var run = new Option<string?>("--run") { Description = "Where the lists of all articles go: article, related, rank, score, reasons.", HelpName = "OUT.tsv" };
        var command = new Command("related", "Prints an article's related list with scores and reasons.") { id, json, run };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(id) is null) == (result.GetValue(run) is null))
            {
                result.AddError("Give either an ID or --run OUT.tsv.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            if (parsed.GetValue(run) is { } file)
            {
                await WriteRunAsync(db, file, cancellationToken);
                return CommandLine.Ok;
            }

            var wanted = parsed.GetValue(id)!;
            var article = await ArticleName.FindAsync(db, wanted, cancellationToken);
            if (article is null)
            {
                await error.WriteLineAsync($"There is no public article '{wanted}'.");
                return CommandLine.SomeFailed;
            }

            foreach (var (rank, link) in (await RelatedLink.OfAsync(db, article.Value, cancellationToken)).Index())
            {
                await output.WriteLineAsync(parsed.GetValue(json)
                    ? JsonLine.Of(new { rank = rank + 1, id = Name(link.Article), headline = link.Article.Headline, score = link.Score, reasons = Reasons(link).Split(SharedWords.Separator) })
                    : $"{rank + 1}\t{Name(link.Article)}\t{Score(link)}\t{link.Article.Headline}\t{Reasons(link)}");
            }

            return CommandLine.Ok;
        });
        foreach (var choice in RelatedChoiceCommands.Build(output, error))
        {
            command.Add(choice);
        }

        return command;
    }

    private static async Task WriteRunAsync(NewsDbContext db, string file, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(file);
        var articles = await db.Articles.AsNoTracking().Visible().OrderBy(a => a.Id).Select(a => new { a.Id, a.ExternalId }).ToListAsync(cancellationToken);
        foreach (var article in articles)
        {
            foreach (var (rank, link) in (await RelatedLink.OfAsync(db, article.Id, cancellationToken)).Index())
            {
                var own = article.ExternalId ?? article.Id.ToString(CultureInfo.InvariantCulture);
                await writer.WriteLineAsync($"{own}\t{Name(link.Article)}\t{rank + 1}\t{Score(link)}\t{Reasons(link)}");
            }
        }
    }

    private static string Name(Article article) => article.ExternalId ?? article.Id.ToString(CultureInfo.InvariantCulture);

    private static string Score(RelatedLink link) => link.Score.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Reasons(RelatedLink link) =>
        !link.IsPinned ? link.Reasons : string.Join(SharedWords.Separator, new[] { Pinned, link.Reasons }.Where(r => r.Length > 0));
}
