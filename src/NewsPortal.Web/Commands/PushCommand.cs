using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal push status|replay</c>: what was told to search engines and hooks, per address, and telling it again.</summary>
internal static class PushCommand
{
    public static Command Build(TextWriter output, TextWriter error) => new("push", "What is told to search engines and hooks.") { Status(output), Replay(output, error) };

    private static Command Replay(TextWriter output, TextWriter error)
    {
        var receiver = new Argument<string>("RECEIVER") { Description = "As status names it." };
        var since = new Option<long>("--since") { Description = "Every change of the ledger after this number is told again, with the ids it had.", Required = true };
        var command = new Command("replay", "Has the running site tell a receiver again what happened since a number of the ledger.") { receiver, since };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            if (await PushIntake.RewindAsync(db, parsed.GetValue(receiver)!, parsed.GetValue(since), cancellationToken))
            {
                await output.WriteLineAsync("done");
                return CommandLine.Ok;
            }

            await error.WriteLineAsync($"Nothing after {parsed.GetValue(since)} was told to a receiver '{parsed.GetValue(receiver)}'.");
            return CommandLine.SomeFailed;
        });
        return command;
    }

    private static Command Status(TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "As JSON, one object a line." };
        var limit = new Option<int>("--limit") { Description = "How many, the newest first.", DefaultValueFactory = _ => 200 };
        var command = new Command("status", "Prints what was told: receiver, state, attempts, time, address, answer, parted by tabs. Exit status 1 where something was refused or given up.") { json, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            var options = PushConfiguration.Read(StoreOptions.Configuration(parsed));
            var shown = await db.PushDeliveries.AsNoTracking().OrderByDescending(d => d.Id).Take(Math.Max(0, parsed.GetValue(limit))).ToListAsync(cancellationToken);
            foreach (var delivery in shown)
            {
                await output.WriteLineAsync(parsed.GetValue(json) ? JsonOf(delivery) : TextLine(delivery));
            }

            if (!parsed.GetValue(json))
            {
                await SummaryAsync(db, options, output, cancellationToken);
            }

            return await db.PushDeliveries.AnyAsync(d => d.State == PushState.Refused || d.State == PushState.GivenUp, cancellationToken)
                ? CommandLine.SomeFailed
                : CommandLine.Ok;
        });
        return command;
    }

    private static async Task SummaryAsync(NewsDbContext db, PushOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.Any)
        {
            await output.WriteLineAsync("no receiver is configured here: nothing leaves (section NewsPortal:Push)");
        }

        var newest = await db.Changes.OrderByDescending(c => c.Sequence).Select(c => c.Sequence).FirstOrDefaultAsync(cancellationToken);
        var counts = (await db.PushDeliveries.GroupBy(d => new { d.Receiver, d.State }).Select(g => new { g.Key.Receiver, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken))
            .ToLookup(c => c.Receiver);
        foreach (var progress in await db.PushProgress.AsNoTracking().OrderBy(p => p.Receiver).ToListAsync(cancellationToken))
        {
            var by = counts[progress.Receiver].ToDictionary(c => c.State, c => c.Count);
            var paused = progress.PausedUntilUtc > DateTime.UtcNow ? $", paused until {Time(progress.PausedUntilUtc)}" : string.Empty;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{progress.Receiver}: waiting {by.GetValueOrDefault(PushState.Waiting)}, taken {by.GetValueOrDefault(PushState.Taken)}, refused {by.GetValueOrDefault(PushState.Refused)}, given up {by.GetValueOrDefault(PushState.GivenUp)}; ledger {progress.Sequence} of {newest}{paused}"));
        }
    }

    private static string TextLine(PushDelivery delivery) => string.Create(
        CultureInfo.InvariantCulture,
        $"{delivery.Receiver}\t{Name(delivery.State)}\t{delivery.Attempts}\t{(delivery.TriedUtc is { } tried ? Time(tried) : "-")}\t{delivery.Address}\t{delivery.Answer ?? "-"}");

    private static string JsonOf(PushDelivery delivery) => JsonLine.Of(new JsonObject
    {
        ["receiver"] = delivery.Receiver,
        ["state"] = Name(delivery.State),
        ["attempts"] = delivery.Attempts,
        ["address"] = delivery.Address,
        ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(delivery.Kind.ToString()),
        ["sequence"] = delivery.Sequence,
        ["queued"] = Time(delivery.QueuedUtc),
        ["tried"] = delivery.TriedUtc is { } tried ? Time(tried) : null,
        ["next"] = delivery.State == PushState.Waiting ? Time(delivery.NextUtc) : null,
        ["answer"] = delivery.Answer,
    });

    private static string Name(PushState state) => state == PushState.GivenUp ? "given up" : JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
