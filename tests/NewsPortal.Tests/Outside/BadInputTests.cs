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
        var wrong = new List<string>();
        var (whole, all, none) = (0, 0, 0);
        foreach (var item in ((string[])["xss-html", "xss-handlers", "xss-markdown"]).SelectMany(Cases))
        {
            var input = Input(item)!;
            var extraction = Extracted.Try(HostileBodies.AsText(input), ".txt");
            all++;
            if (extraction.Article is not { } article)
            {
                none++;
                wrong.Add($"{item.GetProperty("id")}: {extraction.Error}");
                continue;
            }

            var decoded = extraction.Decoded!.EnumerateRunes().ToList();
            var kept = string.Concat(article.Ledger.Where(entry => entry.Fate == Fate.Kept).SelectMany(entry => decoded.Skip(entry.Start).Take(entry.Length)));
            using var shown = UntrustedHtml.Parse(article.Body.Value);
            if (Solid(kept) != Solid(shown.Body!.TextContent)) wrong.Add($"{item.GetProperty("id")}: {kept}\n=> {shown.Body.TextContent}");
            if (Solid(shown.Body!.TextContent).Contains(Solid(input), StringComparison.Ordinal)) whole++;
            else wrong.Add($"{item.GetProperty("id")} CUT: {input}\n " + string.Join(" ", article.Ledger.Where(entry => entry.Fate != Fate.Kept).Select(e => $"{e.Fate} {e.As} {e.Reason}: {string.Concat(decoded.Skip(e.Start).Take(e.Length))}")));
        }

        File.WriteAllLines("/tmp/h/wrong.txt", wrong.Prepend($"{all} all {whole} whole {none} none"));
        Assert.Empty(wrong);
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
            var cost = Cost.Of(() => BodyRenderer.FromHtml(input));
            Assert.True(cost.Seconds < 0.05 && cost.Allocated < 16_000_000, $"{item.GetProperty("id")}: {cost}");
        }
    }

    // Blanks are joined and control characters left out, by rule.
    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    /// <summary>The cases of a set to try where all take too long: always the same ones, or all where that is asked for.</summary>
    internal static IEnumerable<JsonElement> Sample(string set, int count)
    {
        var cases = Cases(set).ToArray();
        if (Environs.AllCases) return cases;
        new Random(2026).Shuffle(cases);
        return cases.Take(count);
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
