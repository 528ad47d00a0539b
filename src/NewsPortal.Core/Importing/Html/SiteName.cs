using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Takes the site's name off a title: 标题_新闻频道_某网, Title - Site, Title | Site.</summary>
internal static partial class SiteName
{
    /// <summary>Strips it.</summary>
    /// <param name="title">The title.</param>
    /// <param name="site">The site's name where the page states it.</param>
    public static string Strip(string title, string? site)
    {
        for (var cut = title; ;)
        {
            var mark = Mark().Matches(cut).LastOrDefault();
            if (mark is null || mark.Index == 0)
            {
                return cut.Trim();
            }

            var tail = cut[(mark.Index + mark.Length)..].Trim();
            if (!IsSite(tail, mark.Value, site) || LineShape.Weight(cut[..mark.Index]) < Math.Max(4, LineShape.Weight(tail)))
            {
                return cut.Trim();
            }

            cut = cut[..mark.Index];
        }
    }

    /// <summary>Strips it only where the page names its site so: a stated title has no other tail.</summary>
    /// <param name="title">The title.</param>
    /// <param name="site">The site's name where the page states it.</param>
    public static string StripNamed(string title, string? site)
    {
        var mark = Mark().Matches(title).LastOrDefault(m => m.Index > 0 && m.Length > 1);
        return mark is not null && site is not null && IsNamed(title[(mark.Index + mark.Length)..], site) ? title[..mark.Index].Trim() : title;
    }

    private static bool IsNamed(string tail, string site) =>
        LineShape.Letters(tail) is { Length: > 1 } letters && LineShape.Letters(site) is { Length: > 1 } name
        && (name.Contains(letters, StringComparison.Ordinal) || letters.Contains(name, StringComparison.Ordinal));

    private static bool IsSite(string tail, string mark, string? site)
    {
        const int longest = 16;
        var weight = LineShape.Weight(tail);
        if (site is not null && IsNamed(tail, site))
        {
            return true;
        }

        // An underline stands in no headline; a bar or dash between blanks in few.
        return weight <= longest && (mark.Contains('_', StringComparison.Ordinal) || Outlet.IsOne(tail) || (mark.Trim() is "|" or "｜" or "»" or "::" && mark.Length > 1) || (mark.Length >= 3 && weight <= 8));
    }

    [GeneratedRegex(@"\s{0,3}(?:_+|\||｜|»|::|--?|–|—)\s{0,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
