using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal related ID</c>: an article's related list with scores and reasons.</summary>
internal static class RelatedCommand
{
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
                await using var writer = new StreamWriter(file);
                await foreach (var line in Lines(db, null).WithCancellation(cancellationToken))
                {
                    await writer.WriteLineAsync($"{line.Article}\t{line.Related}\t{line.Rank}\t{Score(line)}\t{line.Reasons}");
                }

                return CommandLine.Ok;
            }

            var wanted = parsed.GetValue(id)!;
            var number = long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
            var article = await db.Articles.Visible().Where(a => a.ExternalId == wanted || a.Id == number)
                .OrderByDescending(a => a.ExternalId == wanted).Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);
            if (article is null)
            {
                await error.WriteLineAsync($"There is no public article '{wanted}'.");
                return CommandLine.SomeFailed;
            }

            await foreach (var line in Lines(db, article).WithCancellation(cancellationToken))
            {
                await output.WriteLineAsync(parsed.GetValue(json)
                    ? JsonLine.Of(new { rank = line.Rank, id = line.Related, headline = line.Headline, score = line.Score, reasons = line.Reasons.Split(" · ") })
                    : $"{line.Rank}\t{line.Related}\t{Score(line)}\t{line.Headline}\t{line.Reasons}");
            }

            return CommandLine.Ok;
        });
        return command;
    }

    private static string Score(Line line) => line.Score.ToString("0.0000", CultureInfo.InvariantCulture);

    private static IAsyncEnumerable<Line> Lines(NewsDbContext db, long? article) =>
        (from r in db.Related.AsNoTracking()
         join own in db.Articles.Visible() on r.ArticleId equals own.Id
         join other in db.Articles.Visible() on r.RelatedId equals other.Id
         where article == null || r.ArticleId == article
         orderby r.ArticleId, r.Rank
         select new { own, other, r })
        .Select(x => new Line(
            x.own.ExternalId ?? x.own.Id.ToString(), x.other.ExternalId ?? x.other.Id.ToString(), x.r.Rank, x.r.Score, x.r.Reasons, x.other.Headline))
        .AsAsyncEnumerable();

    private sealed record Line(string Article, string Related, int Rank, double Score, string Reasons, string Headline);
}
