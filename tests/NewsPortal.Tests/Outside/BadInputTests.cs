using System.Globalization;
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
    public void Every_hostile_text_comes_out_clean_in_every_way_and_cleaning_it_again_changes_nothing()
    {
        foreach (var item in ((string[])["xss-html", "xss-handlers", "xss-markdown", "html-parser", "markdown-spec"]).SelectMany(set => Sample(set, 300)))
        {
            foreach (var (way, html, _) in HostileBodies.Of(Input(item)!))
            {
                Assert.True(BodyRenderer.FromHtml(html.Value).Html == html, $"{item.GetProperty("id")} as {way}: {html}");
                foreach (Match tag in Tag().Matches(html.Value)) Assert.True(Allowed().IsMatch(tag.Value), $"{item.GetProperty("id")} as {way}: {tag.Value}");
            }
        }
    }

    [BenchFact]
    public void Every_character_of_a_text_file_is_shown_or_the_ledger_says_why_not()
    {
        var (all, whole) = (0, 0);
        foreach (var item in ((string[])["xss-html", "xss-handlers", "xss-markdown"]).SelectMany(Cases))
        {
            var input = Input(item)!;
            var extraction = Extracted.Try(HostileBodies.AsText(input), ".txt");
            if (input.Contains('\0', StringComparison.Ordinal)) continue;
            var article = extraction.Article!;
            var decoded = extraction.Decoded!.EnumerateRunes().ToList();
            var kept = string.Concat(article.Ledger.Where(entry => entry.Fate == Fate.Kept).SelectMany(entry => decoded.Skip(entry.Start).Take(entry.Length)));
            using var tree = UntrustedHtml.Parse(article.Body.Value);
            var shown = Solid(tree.Body!.TextContent);
            Assert.True(Solid(kept) == shown, $"{item.GetProperty("id")}: {kept}");
            all++;
            if (shown.Contains(Solid(input), StringComparison.Ordinal)) whole++;
        }

        // The others look like a capture's way to the page, a button or a line of marks.
        Assert.True(whole * 100 >= all * 94, $"{whole} of {all} are shown whole");
    }

    [BenchFact]
    public void Rendering_Markdown_twice_gives_the_same()
    {
        foreach (var input in Cases("markdown-spec").Select(Input).OfType<string>())
            Assert.Equal(BodyRenderer.FromMarkdown(input).Html, BodyRenderer.FromMarkdown(input).Html);
    }

    [BenchFact]
    public void A_torture_of_the_parser_costs_little_and_its_scripts_are_no_text()
    {
        foreach (var item in Cases("html-parser"))
        {
            var input = Input(item)!;
            var text = BodyRenderer.FromHtml(input).Text;
            using var tree = UntrustedHtml.Parse(input);
            foreach (var hidden in tree.QuerySelectorAll("script, style, template").Select(e => e.TextContent.Trim()).Where(t => t.Length > 3))
                Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
            var cost = Cost.Of(() => BodyRenderer.FromHtml(input), 0.05);
            Assert.True(cost.Seconds < 0.05 && cost.Allocated < 16_000_000, $"{item.GetProperty("id")}: {cost}");
        }
    }

    // Blanks are joined, control characters and marks without width left out, by rule.
    private static string Solid(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r) && Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format)));

    /// <summary>The cases of a set to try where all take too long: always the same ones, or all where that is asked for.</summary>
    internal static IEnumerable<JsonElement> Sample(string set, int count)
    {
        var cases = Cases(set).ToArray();
        if (Environs.AllCases) return cases;
        new Random(2026).Shuffle(cases);
        return cases.Take(count);
    }

    [BenchFact]
    public void No_encoding_is_guessed_wrongly()
    {
        var (read, wrong) = (0, new List<string>());
        foreach (var item in Cases("charsets"))
        {
            var declared = item.TryGetProperty("declared", out var label) ? label.GetString() : null;
            var bytes = item.GetProperty("b64").GetBytesFromBase64();
            var text = Decoded(bytes, declared, out var warnings, out var error);
            Assert.Equal(text, Decoded(bytes, declared, out _, out _));
            if (error is not null)
            {
                if (!error.Contains("--encoding", StringComparison.Ordinal)) wrong.Add($"{item.GetProperty("name")}: {error}");
            }
            else if (item.TryGetProperty("text", out var wanted))
            {
                read++;
                if (wanted.GetString() != text) wrong.Add($"{item.GetProperty("name")}: {text}");
            }
            else if (text!.Contains('\uFFFD', StringComparison.Ordinal) && warnings == 0) wrong.Add($"{item.GetProperty("name")}: {text}");
        }

        Assert.Empty(wrong);
        Assert.True(read >= 60, $"only {read} are read at all");
    }

    [BenchFact]
    public void Bytes_that_are_no_UTF_8_are_replaced_with_a_warning_or_refused_by_offset()
    {
        foreach (var item in Cases("utf8-bytes"))
        {
            var (expected, valid) = (item.GetProperty("expect").GetString()!, item.GetProperty("valid").GetBoolean());
            var text = Decoded(item.GetProperty("b64").GetBytesFromBase64(), null, out var warnings, out var error);
            if (text is not null) Assert.Equal((expected, !valid), (text, warnings > 0));

            // NUL ends texts in too many places to be let into one.
            else Assert.True((!valid || expected.Contains('\0', StringComparison.Ordinal)) && ByteOffset().IsMatch(error!), $"{item.GetProperty("name")}: {error}");
        }
    }

    private static string? Decoded(byte[] bytes, string? declared, out int warnings, out string? error)
    {
        (warnings, error) = (0, null);
        try
        {
            var decoded = TextDecoder.Decode(bytes, null, declared);
            warnings = decoded.Warnings.Count;
            return decoded.Text;
        }
        catch (RejectedInputException rejected)
        {
            error = rejected.Message;
            return null;
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

    [GeneratedRegex(@"\bbyte \d")]
    private static partial Regex ByteOffset();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""
        ^</?(p|h[234]|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td|caption|figure|figcaption|img|a|strong|em|del|ins|sub|sup|mark|small|br|hr|dl|dt|dd|ruby|rt|rp)( (colspan|rowspan|start)="\d+"| src="picture:\d+"| alt="[^"<>]*"| href="(https?://|mailto:|tel:|[^":]*("|[/?#][^"]*))[^"]*"?| rel="nofollow noopener ugc")*>$
        """)]
    private static partial Regex Allowed();
}
