using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Lines that lead from one page of a divided article to the others: 上一页 1 2 3 下一页, 第2页 共3页, 余下全文, Page 2 of 3.</summary>
internal static partial class PagerLine
{
    private const int Longest = 90;

    /// <summary>True where nothing else stands in the line.</summary>
    /// <param name="compact">A narrow line without spaces.</param>
    public static bool IsOne(string compact) => compact.Length is > 1 and <= Longest && Line().IsMatch(compact) && Word().IsMatch(compact);

    /// <summary>Which page it speaks of, and of how many; 0 for what it does not say.</summary>
    /// <param name="compact">Such a line.</param>
    public static (int Number, int Count) Numbers(string compact)
    {
        var both = Both().Match(compact);
        return both.Success ? (Value(both.Groups[1]), Value(both.Groups[2])) : (Value(OneOf().Match(compact).Groups[1]), Value(Of().Match(compact).Groups[1]));

        static int Value(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>What the text of a link in a pager says.</summary>
    /// <param name="compact">The link's text, narrow and without spaces.</param>
    /// <returns>A page's number; <see cref="Next"/>, <see cref="Previous"/>; 0 for any other text.</returns>
    public static int LinkOf(string compact)
    {
        if (compact.Length is 0 or > 12) return 0;
        if (NextPage().IsMatch(compact)) return Next;
        if (PreviousPage().IsMatch(compact)) return Previous;
        return Numbered().Match(compact) is { Success: true } number ? int.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>The link leads one page on.</summary>
    public const int Next = -1;

    /// <summary>The link leads one page back.</summary>
    public const int Previous = -2;

    [GeneratedRegex(@"^(?:上一?[页頁]|下一?[页頁]|前一[页頁]|[后後]一[页頁]|首[页頁]|尾[页頁]|末[页頁]|第一[页頁]|最[后後]一[页頁]|(?:阅读|閱讀|查看)?(?:余|餘|剩余)下全文|第\d{1,3}/?\d{0,3}[页頁]|共\d{1,3}[页頁]|\d{1,3}/\d{1,3}[页頁]?|page\d{1,3}(?:of\d{1,3})?|(?:next|previous|prev|first|last)page|next|previous|prev|\d{1,3}|[\[\]【】()（）<>«»‹›|·.…,，:：/→←-])+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    // Numbers alone may be anything, 首页 alone leads to the site's own front page, and 上一页 alone may lead to another article.
    [GeneratedRegex(@"[余餘]下全文|第\d{1,3}/?\d{0,3}[页頁]|共\d{1,3}[页頁]|\d/\d{1,3}[页頁]|page\d|(?:next|previous)page|(?:下一?[页頁]|next).{0,40}\d|\d.{0,40}(?:下一?[页頁]|[尾末][页頁]|next)|(?:上一?[页頁]|prev(?:ious)?).{0,40}\d|\d.{0,40}上一?[页頁]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:第|page|^[\[(（]?)(\d{1,3})(?:/|of|[页頁][,，/|(（]{0,2}共)(\d{1,3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    [GeneratedRegex(@"(?:第(?=\d{1,3}[页頁])|page)(\d{1,3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OneOf();

    [GeneratedRegex(@"共(\d{1,3})[页頁]", RegexOptions.CultureInvariant)]
    private static partial Regex Of();

    [GeneratedRegex(@"^[\[【(]?(?:第)?(\d{1,3})(?:[页頁])?[\]】)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:[\[【(>»›]{0,2}(?:下一?[页頁]|[后後]一[页頁]|(?:阅读|查看)?(?:余|餘|剩余)下全文|next(?:page)?)[\]】)>»›→]{0,2})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NextPage();

    [GeneratedRegex(@"^(?:[\[【(<«‹←]{0,2}(?:上一?[页頁]|前一[页頁]|prev(?:ious)?(?:page)?)[\]】)]{0,2})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PreviousPage();
}
