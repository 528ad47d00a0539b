using System.CommandLine;
using System.Text.Json;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Commands;

/// <summary><c>newsportal extract PATH…</c>: what import would make of each file, without a store.</summary>
internal static class ExtractCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var paths = StoreOptions.Paths("Files (.md, .txt, .html, .docx), folders (recursive), .zip, .jsonl, .gz, exports of WordPress (.xml) and Ghost (.json).");
        var to = new Option<string?>("--out") { Description = "Writes there instead of standard output.", HelpName = "FILE.jsonl" };
        var withText = new Option<bool>("--with-text") { Description = "Adds the decoded text, which the ledger's offsets count in." };
        var encoding = new Option<string?>("--encoding") { Description = "Encoding of all files." };
        var command = new Command("extract", "Prints what import would make of each file, one JSON object a line.") { paths, to, withText, encoding };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var zone = (SiteZoneOf(StoreOptions.Configuration(parsed)), parsed.GetValue(encoding));
            var options = new ExtractionOptions(zone.Item1, zone.Item2);
            await using var file = parsed.GetValue(to) is { } path ? new StreamWriter(path) : null;
            var rejected = 0;
            foreach (var input in InputReader.Read(parsed.GetValue(paths)!, unpackGzip: true))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var extraction = input.File is { } source
                    ? ArticleExtractor.Extract(source, options)
                    : new Extraction(input.Path, null, null, null, null, input.Reason);
                if (extraction.Article is null)
                {
                    rejected++;
                    await error.WriteLineAsync($"rejected {extraction.File}: {extraction.Error}");
                }

                await (file ?? output).WriteLineAsync(Line(extraction, parsed.GetValue(withText)));
            }

            return rejected > 0 ? CommandLine.SomeFailed : CommandLine.Ok;
        });
        return command;
    }

    private static TimeZoneInfo SiteZoneOf(IConfiguration configuration) =>
        SiteZone.Find(Hosting.SiteConfiguration.Setting(configuration, SettingKeys.Find("TimeZone")!) ?? new SiteSettings().TimeZone);

    private static string Line(Extraction extraction, bool withText)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ExtractionJson.Options))
        {
            ExtractionJson.Write(extraction, json, withText);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
