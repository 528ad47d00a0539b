using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Web.Pages;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal token add|list|revoke</c>: which programs may write through the API.</summary>
internal static class TokenCommand
{
    private const int LongestName = 80;

    public static Command Build(TextWriter output, TextWriter error) =>
        new("token", "Tokens by which programs write through the API.") { Add(output, error), List(output), Revoke(output, error) };

    private static Command Add(TextWriter output, TextWriter error)
    {
        var name = Name();
        var scopes = new Option<string[]>("--scope") { Description = "What it may do: draft (import as drafts, the default), publish, withdraw. Several may be named.", AllowMultipleArgumentsPerToken = true };
        scopes.AcceptOnlyFromAmong("draft", "publish", "withdraw");
        var section = new Option<string?>("--section") { Description = "The one section that it may write to." };
        var days = new Option<int?>("--days") { Description = "Ends after so many days; for ever without it." };
        var command = new Command("add", "Makes a token and prints it, once.") { name, scopes, section, days };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var called = parsed.GetValue(name)!.Trim();
            if (called.Length is 0 or > LongestName || called.Any(char.IsControl) || parsed.GetValue(days) is <= 0)
            {
                await error.WriteLineAsync($"A token's name has 1 to {LongestName} characters on one line, and it lasts at least a day.");
                return CommandLine.WrongUsage;
            }

            var (store, _) = await StoreOptions.OpenAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            var only = parsed.GetValue(section) is { } wanted ? await db.FindSectionAsync(wanted) : null;
            if (only is null && parsed.GetValue(section) is not null)
            {
                await error.WriteLineAsync($"There is no section {parsed.GetValue(section)}.");
                return CommandLine.WrongUsage;
            }

            var may = (parsed.GetValue(scopes) is { Length: > 0 } named ? named : ["draft"]).Aggregate(TokenScopes.None, (all, scope) => all | ScopeOf(scope));
            var secret = await new ApiTokens(db, TimeProvider.System).AddAsync(called, may, only?.Id, parsed.GetValue(days) is { } lasts ? TimeSpan.FromDays(lasts) : null, cancellationToken);
            if (secret is null)
            {
                await error.WriteLineAsync($"There is a token {called} already; a revoked one keeps its name on record. Choose another name.");
                return CommandLine.WrongUsage;
            }

            await output.WriteLineAsync(secret);
            await error.WriteLineAsync("This is the token. It is not stored and cannot be shown again.");
            return CommandLine.Ok;
        });
        return command;
    }

    private static Command List(TextWriter output)
    {
        var command = new Command("list", "Prints names, scopes, section and times, parted by tabs.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            var tokens = await db.ApiTokens.AsNoTracking().OrderBy(t => t.Id)
                .Select(t => new { Token = t, Section = db.Sections.Where(s => s.Id == t.SectionId).Select(s => s.Name).FirstOrDefault() }).ToListAsync(cancellationToken);
            foreach (var (token, section) in tokens.Select(t => (t.Token, t.Section)))
            {
                var state = token.RevokedUtc is { } revoked ? $"revoked {Time(revoked)}" : token.ExpiresUtc is { } ends ? $"until {Time(ends)}" : "for ever";
                await output.WriteLineAsync($"{token.Name}\t{token.Scopes.ToString().ToLowerInvariant()}\t{section ?? "any section"}\t{state}\t{(token.UsedUtc is { } used ? $"used {Time(used)}" : "never used")}");
            }

            return CommandLine.Ok;
        });
        return command;
    }

    private static Command Revoke(TextWriter output, TextWriter error)
    {
        var name = Name();
        var command = new Command("revoke", "Takes a token back; it ends at once.") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = await StoreOptions.OpenExistingAsync(parsed, cancellationToken);
            await using var db = store.CreateContext();
            if (await new ApiTokens(db, TimeProvider.System).RevokeAsync(parsed.GetValue(name)!, cancellationToken))
            {
                await output.WriteLineAsync($"revoked {parsed.GetValue(name)}");
                return CommandLine.Ok;
            }

            await error.WriteLineAsync($"There is no token {parsed.GetValue(name)} in force.");
            return CommandLine.WrongUsage;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "What the token is called." };

    private static TokenScopes ScopeOf(string scope) => scope switch { "publish" => TokenScopes.Publish, "withdraw" => TokenScopes.Withdraw, _ => TokenScopes.Draft };

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
