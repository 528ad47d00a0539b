using System.CommandLine;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Text;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal move ID SLUG</c>: gives an article another address.</summary>
internal static class MoveCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "External id or number." };
        var slug = new Argument<string>("SLUG") { Description = "The last part of its new address." };
        var command = new Command("move", "Gives an article another address and prints it; every address it had leads there (301).") { id, slug };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            if (await ArticleName.FindAsync(db, parsed.GetValue(id)!, cancellationToken) is not { } article)
            {
                await error.WriteLineAsync($"There is no public article '{parsed.GetValue(id)}'.");
                return CommandLine.SomeFailed;
            }

            // Spelt as every slug is, or it would be another than the one that was asked for.
            var wanted = parsed.GetValue(slug)!;
            if (wanted.Length == 0 || Pinyin.Slug(wanted) != wanted)
            {
                await error.WriteLineAsync($"'{wanted}' is no slug: small letters, digits and single hyphens, at most 60 characters{(Pinyin.Slug(wanted) is { Length: > 0 } near ? $", such as {near}" : string.Empty)}.");
                return CommandLine.SomeFailed;
            }

            try
            {
                var zone = (await new SiteSettingsStore(StoreOptions.Configuration(parsed)).LoadAsync(db, cancellationToken)).Zone;
                var moved = await new ArticleDesk(store, TimeProvider.System, zone, "operator").MoveAsync(article, wanted, cancellationToken: cancellationToken);
                await output.WriteLineAsync(moved.Path);
                return CommandLine.Ok;
            }
            catch (ArticleEditException e)
            {
                await error.WriteLineAsync(e.Message);
                return CommandLine.SomeFailed;
            }
        });
        return command;
    }
}
