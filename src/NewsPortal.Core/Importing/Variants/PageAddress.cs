using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Variants;

/// <summary>An address with its page number taken off: <c>/a/123_2.html</c>, <c>/a/123/2</c> and <c>/a/123?page=2</c> are page 2 of <c>/a/123</c>.</summary>
/// <param name="Host">The host in lower case; null in a relative address.</param>
/// <param name="Path">The path without extension, page number and index file, in lower case, without slashes round it; empty where the address is the page's own.</param>
/// <param name="Query">What is left of the query.</param>
/// <param name="Number">The page number as the address counts, which may be from 0; null where it has none.</param>
internal sealed partial record PageAddress(string? Host, string Path, string Query, int? Number)
{
    private const int Longest = 1000;

    /// <summary>True where the path names one article: a number of four digits or more, as systems count their articles.</summary>
    public bool HasArticleNumber => ArticleNumber().IsMatch(Path[(Path.LastIndexOf('/') + 1)..]) || ArticleNumber().IsMatch(Query);

    /// <summary>Reads an address; null where it leads nowhere else.</summary>
    /// <param name="address">Absolute or relative.</param>
    public static PageAddress? Of(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > Longest || Elsewhere().IsMatch(address)) return null;
        var plain = address.Trim();
        plain = plain.Contains('#', StringComparison.Ordinal) ? plain[..plain.IndexOf('#', StringComparison.Ordinal)] : plain;
        if (plain.Length == 0) return null;
        string? host = null;
        if (Absolute().Match(plain) is { Success: true } absolute)
        {
            host = absolute.Groups[1].Value.ToLowerInvariant();
            plain = plain.Length > absolute.Length && plain[absolute.Length] == '/' ? plain[absolute.Length..] : "/" + plain[absolute.Length..];
        }

        var mark = plain.IndexOf('?', StringComparison.Ordinal);
        var (query, number) = QueryOf(mark < 0 ? string.Empty : plain[(mark + 1)..]);
        var (path, inPath) = PathOf(mark < 0 ? plain : plain[..mark], number is null);
        return new PageAddress(host, path, query, number ?? inPath);
    }

    /// <summary>True where both are pages of one thing, as far as each tells where it lies.</summary>
    /// <param name="other">Another address.</param>
    public bool IsBeside(PageAddress other)
    {
        if (Host is not null && other.Host is not null && Host != other.Host) return false;
        if (Path.Length == 0 || other.Path.Length == 0) return Query.Length == 0 || other.Query.Length == 0 || Query == other.Query;
        return Query == other.Query && (Path == other.Path || EndsIn(Path, other.Path) || EndsIn(other.Path, Path));
    }

    private static bool EndsIn(string path, string end) => path.Length > end.Length && path.EndsWith(end, StringComparison.Ordinal) && path[^(end.Length + 1)] == '/';

    private static (string Query, int? Number) QueryOf(string query)
    {
        int? number = null;
        var rest = new List<string>();
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (number is null && PageInQuery().Match(part) is { Success: true } page) number = int.Parse(page.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            else rest.Add(part.ToLowerInvariant());
        }

        return (string.Join('&', rest), number);
    }

    private static (string Path, int? Number) PathOf(string path, bool wantsNumber)
    {
        var parts = path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p is not ("." or "..")).ToList();
        if (parts.Count == 0) return (path.StartsWith('/') ? "/" : string.Empty, null);
        parts[^1] = Extension().Replace(parts[^1], string.Empty);
        int? number = null;
        if (wantsNumber && PageInName().Match(parts[^1]) is { Success: true } page && (page.Groups[1].Length > 0 || parts.Count > 1))
        {
            number = int.Parse(page.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            parts[^1] = page.Groups[1].Value.TrimEnd('_', '-');
            if (parts[^1].Length == 0) parts.RemoveAt(parts.Count - 1);
            if (parts.Count > 0 && parts[^1] == "page" && page.Groups[1].Length == 0) parts.RemoveAt(parts.Count - 1);
        }

        if (parts.Count > 0 && parts[^1] is "index" or "default") parts.RemoveAt(parts.Count - 1);
        return (string.Join('/', parts), number);
    }

    [GeneratedRegex(@"^\s{0,3}(?!https?:)[a-z][a-z0-9+.-]{1,20}:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^(?:https?:)?//([^/?#]{1,255})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"^(?:page|p|pn|pg|pageno|page_no|pagenum|pagenumber|pageindex|curpage|currentpage)=(\d{1,3})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageInQuery();

    // 123_2, 123-2, 123_p2, 123-page2; or a part of the path that is nothing but 2, p2, page2 or page-2.
    [GeneratedRegex(@"^(|.{1,200}[_-])(?:p|page[_-]?)?(\d{1,3})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageInName();

    [GeneratedRegex(@"\.(?:s?html?|xhtml|php|aspx?|jsp|do)$", RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleNumber();
}
