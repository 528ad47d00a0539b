using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>
/// What a headline can be if a page's titles are right: each title, and each of its parts before or behind a mark where
/// the rest is a site's name. Made once, compared with every line.
/// </summary>
internal sealed partial class TitleForms
{
    // No title is longer; a text that is one endless line must not be compared with all others.
    private const int LongestTitle = 400;
    private const int Shortest = 5;

    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);

    public TitleForms(IEnumerable<string> titles)
    {
        foreach (var title in titles.Where(t => t.Length <= LongestTitle))
        {
            Add(title);
            foreach (Match mark in SiteMarks().Matches(title))
            {
                var (before, after) = (title[..mark.Index], title[(mark.Index + mark.Length)..]);
                if (!string.IsNullOrWhiteSpace(mark.Value))
                {
                    Add(before);
                    Add(after);
                }
                else if (Outlet.IsOne(after.Split('-', '_', '|')[0].Trim()))
                {
                    Add(before);
                }
            }
        }
    }

    /// <summary>True for a line that is one of the forms.</summary>
    public bool Hold(string line) => line.Length <= LongestTitle && LineShape.Letters(line) is { Length: >= Shortest } letters && _forms.Contains(letters);

    private void Add(string form) => _forms.Add(LineShape.Letters(form));

    [GeneratedRegex(@"\s?(?:[_|｜–·-]{1,2}|(?<!—)—(?!—))\s?|\s{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex SiteMarks();
}
