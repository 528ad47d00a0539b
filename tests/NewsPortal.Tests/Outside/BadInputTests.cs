using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Importing;

namespace NewsPortal.Tests.Outside;

public sealed partial class BadInputTests
{
    [BenchFact]
    public void Hostile_markup_comes_out_clean_and_cleaning_it_again_changes_nothing() => Clean(["xss-html", "xss-handlers", "html-parser"], markdown: false);

    [BenchFact]
    public void Hostile_Markdown_comes_out_clean_and_cleaning_it_again_changes_nothing() => Clean(["xss-markdown", "markdown-spec"], markdown: true);

    [BenchFact]
    public void Recipes_against_parsers_end_soon()
    {
        foreach (var item in Cases("pathological").Where(item => item.TryGetProperty("parts", out _)))
        {
            var text = new StringBuilder();
            foreach (var part in item.GetProperty("parts").EnumerateArray())
                text.Insert(text.Length, part.GetProperty("s").GetString()!, part.GetProperty("n").GetInt32());
            var clock = Stopwatch.StartNew();
            var extraction = Extracted.Try(text.ToString(), "." + item.GetProperty("fmt").GetString());
            Assert.True(clock.Elapsed.TotalSeconds < 10, $"{item.GetProperty("name")}: {clock.Elapsed}");
            Assert.True(extraction.Article is not null || extraction.Error is { Length: > 10 });
        }
    }

    [BenchFact]
    public void No_encoding_is_guessed_wrongly()
    {
        foreach (var item in Cases("charsets").Where(item => item.TryGetProperty("text", out _)))
        {
            try
            {
                var declared = item.TryGetProperty("declared", out var label) ? label.GetString() : null;
                var decoded = TextDecoder.Decode(item.GetProperty("b64").GetBytesFromBase64(), null, declared);

                // A label that fits every byte is believed, whatever language it is.
                if (decoded.As.How != "declared") Assert.Equal(item.GetProperty("text").GetString(), decoded.Text);
            }
            catch (RejectedInputException rejected)
            {
                Assert.Contains("--encoding", rejected.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void Clean(string[] sets, bool markdown)
    {
        foreach (var item in sets.SelectMany(Cases))
        {
            if (Input(item) is not { } input) continue;
            var once = (markdown ? BodyRenderer.FromMarkdown(input) : BodyRenderer.FromHtml(input)).Html.Value;
            Assert.True(BodyRenderer.FromHtml(once).Html.Value == once, $"{item.GetProperty("id")}: {once}");
            foreach (Match tag in Tag().Matches(once)) Assert.True(Allowed().IsMatch(tag.Value), $"{item.GetProperty("id")}: {tag.Value}");
        }
    }

    /// <summary>A case's text; null where it is bytes.</summary>
    internal static string? Input(JsonElement item) =>
        item.TryGetProperty("in", out var text) ? text.GetString()
        : item.TryGetProperty("b64utf16", out var wide) ? Encoding.Unicode.GetString(wide.GetBytesFromBase64())
        : null;

    /// <summary>The cases of a set.</summary>
    internal static IEnumerable<JsonElement> Cases(string set)
    {
        foreach (var line in File.ReadLines(Environs.InBench("badinput", set + ".jsonl")))
        {
            using var item = JsonDocument.Parse(line);
            yield return item.RootElement.Clone();
        }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""
        ^</?(p|h[234]|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td|caption|figure|figcaption|img|a|strong|em|del|ins|sub|sup|mark|small|br|hr|dl|dt|dd|ruby|rt|rp)( (colspan|rowspan|start)="\d+"| src="picture:\d+"| alt="[^"<>]*"| href="(https?://|mailto:|tel:|[^":]*("|[/?#][^"]*))[^"]*"?| rel="nofollow noopener ugc")*>$
        """)]
    private static partial Regex Allowed();
}
