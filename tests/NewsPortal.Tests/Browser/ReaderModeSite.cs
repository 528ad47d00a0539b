using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>A site with more than 200 articles of every shape, the samples among them, for reader modes.</summary>
public sealed class ReaderModeSite : IAsyncLifetime
{
    private const int Written = 130;

    // What is shorter is no paragraph to Mozilla's rules.
    private const int ShortestParagraph = 25;

    private TestSite? _site;

    /// <summary>The articles' addresses, and what a reader mode must find there.</summary>
    public IReadOnlyList<ReaderModePage> Pages { get; private set; } = [];

    public string Address => _site!.Address;

    public HttpClient Client => _site!.Client;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        ManyShapes.Write(folder, Written);
        await _site.ImportFolderAsync(folder.Path);
        await _site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
        await using var db = _site.Store.CreateContext();
        Pages = [.. (await db.Articles.Visible().Include(a => a.Body).Include(a => a.Source).Include(a => a.Authors).ThenInclude(a => a.Author).Include(a => a.Pictures).OrderBy(a => a.Id).ToListAsync())
            .Select(a => new ReaderModePage(a.Path, a.Headline, Letters(a.Body!.Text), a.Body.Text.Split('\n').Any(line => line.Length >= ShortestParagraph), BylineOf(a), a.Byline, a.PublishedUtc))];
    }

    public async Task DisposeAsync() => await _site!.DisposeAsync();

    /// <summary>A text without its blanks: how those are shown is each reader mode's own affair.</summary>
    public static string Letters(string? text) => string.Concat((text ?? string.Empty).Where(c => !char.IsWhiteSpace(c)));

    // Where no writer is known, the source is named, as on the page's structured data.
    private static string? BylineOf(Article article) =>
        article.Authors.Count > 0 ? string.Join(", ", article.Authors.OrderBy(a => a.Position).Select(a => a.Author.Name)) : article.Source?.Name;
}

/// <summary>What a reader mode must find on a page.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Text">The stored text, without blanks.</param>
/// <param name="HasParagraph">It has a line long enough to be weighed.</param>
/// <param name="Byline">The writers, or the source.</param>
/// <param name="Printed">The byline as printed.</param>
/// <param name="PublishedUtc">When it was published.</param>
public sealed record ReaderModePage(string Path, string Headline, string Text, bool HasParagraph, string? Byline, string? Printed, DateTime PublishedUtc)
{
    // Headline, kicker, the line below, time, source, writers.
    private const int LongestHead = 140;

    /// <summary>
    /// Compares with what was found, field by field. A brief is too short for a reader mode to be offered: one that is forced
    /// may show the article's head above the text, but no list. Where such a brief has no line of 25 characters (dialogue) there is
    /// nothing that a reader mode would take for a paragraph: its text cannot be found, and is not asked for.
    /// </summary>
    public IEnumerable<string> FaultsOf(bool isBrief, string? headline, string? text, string? byline, DateTimeOffset? published)
    {
        if (headline != Headline) yield return $"{Path}: headline is '{headline}' instead of '{Headline}'";
        var found = ReaderModeSite.Letters(text);
        if (isBrief && !HasParagraph) found = Text;
        if (isBrief ? !found.EndsWith(Text, StringComparison.Ordinal) || found.Length > Text.Length + LongestHead : found != Text) yield return $"{Path}: text is '{found}' instead of '{Text}'";

        // One reader mode reads the names where programs are told them, the other where readers are.
        if ((byline?.Length > 0 ? byline : null) is var names && names != Byline && names != Printed) yield return $"{Path}: byline is '{byline}' instead of '{Byline}'";
        if (published?.UtcDateTime != PublishedUtc) yield return $"{Path}: time is {published:u} instead of {PublishedUtc:u}";
    }
}
