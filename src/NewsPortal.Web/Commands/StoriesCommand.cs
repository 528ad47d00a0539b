using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal stories list|name|merge|split|pin</c>: what editors decide about stories.</summary>
internal static class StoriesCommand
{
    public static Command Build(TextWriter output, TextWriter error) => new("stories", "Lists stories; names, merges and splits them. What is decided here, no later import changes.")
    {
        List(output),
        Act("name", "Gives a story a name of the publisher's own; its address stays.", [Of("STORY", "The story's number."), Of("NAME", "Its new name.")],
            (desk, _, a) => desk.NameAsync(Number(a[0]), a[1]), output, error),
        Act("merge", "Puts the articles of one story into another; the old address redirects there.", [Of("FROM", "The story that goes."), Of("INTO", "The story that stays.")],
            (desk, _, a) => desk.MergeAsync(Number(a[0]), Number(a[1])), output, error),
        Act("split", "Takes articles out of a story into a new one.", [Of("STORY", "The story."), Of("IDS", "The articles that leave: external ids or numbers, joined by commas."), Of("NAME", "The new story's name.")],
            async (desk, db, a) => await desk.SplitAsync(Number(a[0]), await ArticlesAsync(db, a[1]), a[2]), output, error),
        Act("pin", "Puts an article into a story for good.", [Of("ID", "The article: its external id or number."), Of("STORY", "The story's number.")],
            async (desk, db, a) => await desk.PinAsync((await ArticlesAsync(db, a[0]))[0], Number(a[1])), output, error),
    };

    private static Command List(TextWriter output)
    {
        var command = new Command("list", "Prints every story: number, reports, address, name; an asterisk marks names given by editors.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            await foreach (var story in db.Stories.AsNoTracking().Shown().OrderByDescending(s => s.Reports).ThenBy(s => s.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await output.WriteLineAsync($"{story.Id}\t{story.Reports}\t{story.Path}\t{story.Name}{(story.IsNamed ? " *" : string.Empty)}");
            }

            return CommandLine.Ok;
        });
        return command;
    }

    private static Command Act(
        string verb, string description, Argument<string>[] arguments, Func<StoryDesk, NewsDbContext, string[], Task> act, TextWriter output, TextWriter error)
    {
        var command = new Command(verb, description);
        foreach (var argument in arguments)
        {
            command.Add(argument);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            try
            {
                await act(new StoryDesk(store, TimeProvider.System, "operator"), db, [.. arguments.Select(a => parsed.GetValue(a)!)]);
            }
            catch (StoryException e)
            {
                await error.WriteLineAsync(e.Message);
                return CommandLine.SomeFailed;
            }

            await output.WriteLineAsync("done");
            return CommandLine.Ok;
        });
        return command;
    }

    private static Argument<string> Of(string name, string description) => new(name) { Description = description };

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new StoryException($"'{text}' is no story's number; `newsportal stories list` prints them.");

    private static async Task<List<long>> ArticlesAsync(NewsDbContext db, string names)
    {
        var found = new List<long>();
        foreach (var name in names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            found.Add(await ArticleName.FindAsync(db, name) ?? throw new StoryException($"There is no public article '{name}'."));
        }

        return found.Count > 0 ? found : throw new StoryException("Name at least one article.");
    }
}
