using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.StatedTimes;

namespace NewsPortal.Core.Importing.Html;

/// <summary>
/// Who wrote a page that is not Chinese: persons in JSON-LD, then in meta elements, then in what the markup calls a byline,
/// then in a line "By …"; an organisation only where no person is named.
/// </summary>
internal static partial class WesternWriters
{
    private const int LongestByline = 100;

    // An article with more names than these has a list of members, or none.
    private const int MostWriters = 20;

    // Dublin Core and schema.org name the writer; "creator" alone is the program that wrote the page.
    private static readonly string[] First = ["dc:creator", "dcterms:creator", "author", "parsely-author", "sailthru:author"];

    /// <summary>Finds persons.</summary>
    public static void Read(HtmlPage page)
    {
        var persons = page.Metadata.Json.Authors.Take(MostWriters).Where(a => PageWriters.IsPerson(page, a, false) && !IsOneWord(a)).ToList();
        foreach (var name in persons)
        {
            Take(page, name, "JSON-LD author");
        }

        var named = First.Select(n => page.Metadata.All(n)).FirstOrDefault(v => v.Any(IsName)) ?? [.. page.Metadata.Ending("author", "authors", "byline").Distinct(StringComparer.Ordinal)];
        foreach (var value in named.Take(MostWriters).Where(v => persons.Count == 0 && IsName(v)))
        {
            Take(page, value, "meta element");
        }

        Marked(page);
        Shown(page);

        bool IsName(string value) => PageWriters.IsPerson(page, value, false) && !IsOneWord(value);
    }

    /// <summary>Names the organisation that a page states as its author, where it names no person.</summary>
    public static void ReadOrganisations(HtmlPage page)
    {
        var json = page.Metadata.Json;
        foreach (var name in json.Authors.Concat(json.Organisations).Concat(First.SelectMany(n => page.Metadata.All(n))).Concat(page.Metadata.Ending("author")).TakeWhile(_ => !PageWriters.IsDone(page)))
        {
            if (name.Length is > 1 and <= 60 && !NotAName().IsMatch(name))
            {
                page.Article.Authors.Add(name);
                page.Article.Byline ??= name;
                page.Origin("byline", "organisation that the page states as author");
            }
        }
    }

    private static void Take(HtmlPage page, string printed, string rule)
    {
        var bare = Prefix().Replace(printed, string.Empty);
        PageWriters.AddOne(page, bare);
        page.Article.Byline = page.Article.Byline is { } byline && byline != bare ? $"{byline}, {bare}" : bare;
        page.Origin("byline", rule);
    }

    private static void Marked(HtmlPage page)
    {
        if (PageWriters.IsDone(page))
        {
            return;
        }

        var root = page.Body.Owner?.Body ?? page.Body;
        var headline = page.HeadlineIndex >= 0 ? page.Blocks[page.HeadlineIndex].Owner : null;
        var all = root.QuerySelectorAll("*").ToList();
        var from = headline is null ? -1 : all.IndexOf(headline);
        var marked = all.Select((e, place) => (Element: e, IsBehind: place > from)).Where(m => SaysWriter(m.Element) && !IsInComment(m.Element)).ToList();

        // Teasers of other articles have writers too, and stand above the headline or far below.
        foreach (var (element, _) in marked.OrderBy(m => !m.IsBehind))
        {
            var text = PageMetadata.Plain(element.TextContent);
            if (text is null || text.Length is < 3 or > LongestByline)
            {
                continue;
            }

            var byline = WithoutDate(page, text);
            var names = WesternByline.Names(byline) ?? byline;
            if (IsTitled(names) && PageWriters.IsPerson(page, names, false))
            {
                PageWriters.Add(page, names, true, "marked as author", null);
                page.Article.Byline = byline;
                return;
            }
        }
    }

    private static string WithoutDate(HtmlPage page, string text) =>
        Behind().Replace(StatedTimeParser.Find(text, page.Zone) is { Start: > 3 } date ? text[..date.Start] : text, string.Empty).TrimEnd(' ', ',', '|', '·', '-', '–', '—');

    // Two words with capitals or more, and nothing else but what stands inside names: a name, not a label.
    private static bool IsTitled(string names)
    {
        var words = names.Split([' ', ',', '&', '/', ';'], StringSplitOptions.RemoveEmptyEntries);
        return names.Length >= 3 && Array.TrueForAll(words, w => !char.IsLower(w[0]) || Particle().IsMatch(w))
            && (words.Length > 1 || names.All(char.IsUpper) || names[0] >= '\u3040');
    }

    private static bool IsOneWord(string name) => !name.Trim().Contains(' ', StringComparison.Ordinal) && name.All(c => c < '\u0250');

    private static bool SaysWriter(IElement element) =>
        element.LocalName is not ("body" or "html" or "img" or "meta")
        && (element.GetAttribute("rel") is "author" || element.GetAttribute("itemprop")?.Contains("author", StringComparison.Ordinal) == true || ElementHints.SaysWriter(element));

    private static void Shown(HtmlPage page)
    {
        for (var i = Math.Max(0, page.HeadlineIndex); i < page.FirstParagraph && !PageWriters.IsDone(page); i++)
        {
            Line(page, i);
        }

        const int reach = 25;
        for (var i = page.BodyBlocks.End; i < Math.Min(page.Blocks.Count, page.BodyBlocks.End + reach) && !PageWriters.IsDone(page); i++)
        {
            Line(page, i);
        }
    }

    private static void Line(HtmlPage page, int index)
    {
        var text = WithoutDate(page, page.Blocks[index].Text);
        if (WesternByline.Names(text) is { } names && PageWriters.IsPerson(page, names, false))
        {
            PageWriters.Add(page, names, true, "line that names the writer", page.Blocks[index]);
            page.Article.Byline = text;
        }
    }

    private static bool IsInComment(IElement element)
    {
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            if (ElementHints.SaysComments(parent))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\s{0,3}(?:[•·|]|\s\d|\sStand:|\sUpdated\b|\sPublished\b).{0,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?:von|van|vom|zu|zur|de|da|do|dos|das|del|della|di|du|der|den|la|le|el|bin|ibn|al|y|e|und|and|et|en|with|og|och|d['’].{1,30})$", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();

    [GeneratedRegex(@"^by\s{1,3}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"https?:|^@|[{}<>=]|^[\d\W]{0,30}$|^(?:admin|administrator|editor|webmaster|staff|author|null|undefined|unknown|agencies)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotAName();
}
