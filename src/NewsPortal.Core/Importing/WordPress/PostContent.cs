using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>
/// The markup that WordPress would have made of a post's content. Editors of two generations wrote it: blocks, which are
/// marked by comments and whole as they stand; and text around them, in which bare line ends are paragraphs.
/// </summary>
internal static partial class PostContent
{
    private const int MostWarnings = 10;

    /// <summary>Makes the markup.</summary>
    /// <param name="content">The content as it stands in the export.</param>
    /// <returns>Markup, still untrusted, and what was left out of it.</returns>
    public static (string Html, IReadOnlyList<string> Warnings) Read(string content)
    {
        var warnings = new List<string>();
        var text = content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var html = new StringBuilder(text.Length + 200);
        foreach (var (part, isBlock) in Parts(text, warnings))
        {
            var plain = Shortcodes.Replace(Comment().Replace(part, string.Empty), warnings);
            html.Append(isBlock ? BareParagraphs.LinkAddresses(plain) : BareParagraphs.Mark(plain));
        }

        return (html.ToString(), [.. warnings.Distinct(StringComparer.Ordinal).Take(MostWarnings)]);
    }

    // A block may hold others; what stands outside of all is text of the older editor.
    private static List<(string Part, bool IsBlock)> Parts(string text, List<string> warnings)
    {
        var parts = new List<(string, bool)>();
        var (depth, at, start) = (0, 0, 0);
        for (var found = BlockMark().Match(text); found.Success; found = found.NextMatch())
        {
            var name = found.Groups["name"].Value;
            var isEnd = found.Groups["end"].Success;
            if (found.Groups["void"].Success)
            {
                if (name is not ("more" or "nextpage")) warnings.Add($"the block \"{name}\" has no text of its own, left out");
            }
            else if (!isEnd && depth++ == 0) Cut(found.Index, isBlock: false);
            else if (isEnd && depth > 0 && --depth == 0) Cut(found.Index + found.Length, isBlock: name != "freeform");
            at = found.Index + found.Length;
        }

        if (start < text.Length) parts.Add((text[start..], depth > 0 && at > start));
        return parts;

        void Cut(int end, bool isBlock)
        {
            if (end > start) parts.Add((text[start..end], isBlock));
            start = end;
        }
    }

    [GeneratedRegex(@"<!--\s+(?<end>/)?wp:(?<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)(?:\s[^>]*?)?(?<void>/)?-->", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BlockMark();

    // Whatever an editor noted beside the text: its blocks, the place of "read more", the turn of a page.
    [GeneratedRegex(@"<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}
