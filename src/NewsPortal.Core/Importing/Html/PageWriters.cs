using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Who wrote it: shown bylines, datelines and sign-offs, JSON-LD, meta elements, marked-up authors.</summary>
internal static partial class PageWriters
{
    private static readonly string[] Names = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dable:author", "authors", "citation_author"];

    public static void Read(HtmlPage page, PageMetaLines lines, IReadOnlyList<PageBlock> kept, bool isChinese)
    {
        if (isChinese)
        {
            Labelled(page, lines);
            Datelines(page, kept);
            Loose(page, lines);
            Head(page);
            return;
        }

        WesternWriters.Read(page);
        Labelled(page, lines);
        WesternWriters.ReadOrganisations(page);
    }

    /// <summary>True where a writer was found.</summary>
    internal static bool IsDone(HtmlPage page) => page.Article.Authors.Count > 0;

    private static void Labelled(HtmlPage page, PageMetaLines lines)
    {
        if (IsDone(page))
        {
            return;
        }

        foreach (var block in lines.All.Where(b => b.Role == LineRole.SignOff && b.Meta is null))
        {
            Add(page, block.Text, false, "记者 and names on a line of their own", block);
        }

        foreach (var (block, field) in lines.Fields(MetaFieldKind.Author).Where(f => f.Field.Labelled))
        {
            Add(page, field.Value, true, "作者 or 记者 label", block);
        }
    }

    private static void Loose(HtmlPage page, PageMetaLines lines)
    {
        if (IsDone(page))
        {
            return;
        }

        foreach (var (block, field) in lines.Fields(MetaFieldKind.Author).Where(f => !f.Field.Labelled))
        {
            Add(page, field.Value, true, "name beside the date", block);
        }
    }

    private static void Datelines(HtmlPage page, IReadOnlyList<PageBlock> kept)
    {
        var paragraphs = kept.Where(b => b.Role is LineRole.Prose or LineRole.SignOff).ToList();
        foreach (var block in paragraphs.Take(3))
        {
            if (Dateline.Read(block.Text) is { } dateline)
            {
                page.Article.Dateline = dateline.Text;
                page.Origin("dateline", "words that open the report", block);
                if (!IsDone(page) && dateline.Byline is not null)
                {
                    Add(page, dateline.Byline, false, "bracket behind the dateline", block);
                }

                break;
            }
        }

        foreach (var block in paragraphs.AsEnumerable().Reverse().Take(3).TakeWhile(_ => !IsDone(page)))
        {
            if ((block.Role == LineRole.SignOff ? block.Text : Dateline.Closing(block.Text)) is { } byline)
            {
                Add(page, byline, false, "signs off the report", block);
            }
        }
    }

    private static void Head(HtmlPage page)
    {
        if (IsDone(page))
        {
            return;
        }

        foreach (var name in page.Metadata.Json.Authors.Where(a => IsPerson(page, a, true)))
        {
            AddOne(page, name);
        }

        foreach (var values in Names.Select(n => page.Metadata.All(n)).Append([.. page.Metadata.Ending("author").Take(20)]).TakeWhile(_ => !IsDone(page)))
        {
            foreach (var value in values.Where(v => IsPerson(page, v, true)))
            {
                Add(page, value, true, "meta element", null);
            }
        }
    }

    // Each entry is one person: 大渡 美咲 is a Japanese name, 张三 李四 are two Chinese ones.
    internal static void AddOne(HtmlPage page, string name)
    {
        var parts = name.Split(' ');
        var isOne = parts.Length == 2 && parts.All(p => p.Length is >= 1 and <= 4 && p.Any(c => c >= '\u3040')) && !PersonNames.AreChineseNames(name);
        if (!isOne)
        {
            Add(page, name, true, "JSON-LD author", null);
        }
        else if (!page.Article.Authors.Contains(name))
        {
            page.Article.Authors.Add(name);
            page.Article.Byline ??= name;
            page.Origin("byline", "JSON-LD author");
        }
    }

    internal static void Add(HtmlPage page, string printed, bool isLabelled, string rule, PageBlock? block)
    {
        // Behind the person stand a title, a department, the paper's address.
        foreach (var name in PersonNames.In(printed, isLabelled).Where((n, i) => !page.Article.Authors.Contains(n) && (i == 0 || !IsNoName(page, n))))
        {
            page.Article.Authors.Add(name);
        }

        if (IsDone(page))
        {
            page.Article.Byline ??= PersonNames.Printed(printed);
            page.Origin("byline", rule, block);
        }
    }

    private static bool IsNoName(HtmlPage page, string name)
    {
        const int mostWords = 5;
        var site = LineShape.Letters(page.Metadata.First("og:site_name") ?? page.Metadata.Json.Publisher ?? string.Empty);
        return Domain().IsMatch(name) || name.Count(c => c == ' ') >= mostWords || (site.Length > 2 && LineShape.Letters(name).Contains(site, StringComparison.OrdinalIgnoreCase));
    }

    // CMS numbers, addresses, mail addresses and the site itself stand in many author elements.
    internal static bool IsPerson(HtmlPage page, string name, bool isChinese)
    {
        if (NotAPerson().IsMatch(name) || Domain().IsMatch(name) || name.Length > 200)
        {
            return false;
        }

        var letters = LineShape.Letters(name);
        var site = LineShape.Letters(page.Metadata.First("og:site_name") ?? page.Metadata.Json.Publisher ?? string.Empty);
        return letters.Length > 1 && letters != site && (!isChinese || !Outlet.IsOne(name)) && letters != LineShape.Letters(page.Article.Headline);
    }

    [GeneratedRegex(@"^[\w-]{2,30}\.(?:com|de|org|net|cn|lt|fr|it|es|co|tv|info)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Domain();

    [GeneratedRegex(@"https?:|www\.|^\W{0,2}[A-Za-z]{0,3}_?\d{3,}\W{0,2}$|^\d|^[\x21-\x7E]{1,60}@[\x21-\x7E]{1,60}$|^(?:admin|administrator|editor|webmaster|staff|author|by|unknown|null|undefined|管理员|佚名|未知|本站|网络|转载|编辑|网站编辑)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotAPerson();
}
