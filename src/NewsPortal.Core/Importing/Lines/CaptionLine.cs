using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Captions, picture marks and picture credits of plain text.</summary>
internal static partial class CaptionLine
{
    /// <summary>True for a mark that stands for a picture and says nothing of it: (资料图片), [图片], 图片来源：….</summary>
    /// <param name="compact">A narrow line without spaces.</param>
    public static bool IsMark(string compact) => Mark().IsMatch(compact);

    /// <summary>The caption in a line that is one as a whole; null where it is none.</summary>
    /// <param name="line">The line as it stands.</param>
    public static string? Of(string line)
    {
        var text = line.Trim();
        if (text.Length is < 4 or > 240)
        {
            return null;
        }

        var marked = Marked().Match(text);
        if (marked.Success && !Origin().IsMatch(marked.Groups["c"].Value))
        {
            return marked.Groups["c"].Value.Trim();
        }

        if (Bracketed().Match(text) is { Success: true } bracketed)
        {
            var inside = bracketed.Groups["c"].Value.Trim();
            return SaysSomething(inside) && !NotACaption().IsMatch(inside) ? inside : null;
        }

        return text.Length <= 120 && (Named().IsMatch(text) || (text.Length <= 80 && EndsInCredit().IsMatch(text))) ? text : null;
    }

    /// <summary>Parts a credit from the caption that it stands in: (…。新华社记者 李明 摄).</summary>
    /// <param name="caption">The caption with its credit.</param>
    /// <returns>The caption and the credit, which is null where there is none.</returns>
    public static (string Caption, string? Credit) Part(string caption)
    {
        var match = Credited().Match(caption);
        if (!match.Success || match.Index == 0)
        {
            return (caption, null);
        }

        var credit = match.Groups["a"].Success ? match.Groups["a"].Value : match.Groups["b"].Success ? match.Groups["b"].Value : match.Groups["d"].Value;
        return (caption[..match.Index].TrimEnd(), credit.Trim());
    }

    /// <summary>True for a line that only says who took the pictures: 图片/湖南日报记者 刘尚文 摄.</summary>
    /// <param name="line">A narrow line.</param>
    public static bool IsCredit(string line) => line.Length <= 60 && Credit().IsMatch(line) && !line.Contains('。', StringComparison.Ordinal) || (line.Length <= 100 && WesternCredit().IsMatch(line));

    private static bool SaysSomething(string inside) => LineShape.EndsSentence(inside) || Picture().IsMatch(inside);

    [GeneratedRegex(@"^[\[【(<]?(?:资料图片?|資料圖片?|图片|圖片|配图|插图|示意图|图片?(?:来源|來源)[:：].{1,24}|图源[:：].{1,24}|(?:photo|image|picture)|[图圖]\d{0,2}|视频截图|网络图|视频)[\])】>]$|^图(?:片来源|源)[:：]?.{1,20}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[▲△▼▽↑↓◀▶◄►]\s{0,2}(?<c>.{2,200})$", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^图片(?:来自|来源)", RegexOptions.CultureInvariant)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^[（(](?<c>[^（）()]{3,220}(?:[（(][^（）()]{0,40}[）)][^（）()]{0,160}){0,3})[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?:资料图|資料圖|图为[^书案形]|图[:：]|图[一二三四五六七八九十\d]{1,2}[:：]|圖[為：:])", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^[^。]{2,60}[。\s(（][^。]{0,24}(?:供图|[\s\p{IsCJKUnifiedIdeographs}]摄|截图|图源[:：].{1,12})[)）]?(?:\s[\p{IsCJKUnifiedIdeographs}]{2,8})?$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInCredit();

    [GeneratedRegex(@"^(?:完|记者|本报记者|通讯员|作者|编辑|责编|责任编辑|来源|原标题|原題|本文|文章|注[:：]|编者|声明|免责|原题|更多|责校|校对|审核|编译|总台记者|未完)|(?:编辑|责编)[:：]|仅代表|转载|[：:]$", RegexOptions.CultureInvariant)]
    private static partial Regex NotACaption();

    [GeneratedRegex(@"[摄攝]$|摄影|[摄攝][)）]?[。.]?$|图为|圖為|资料图|資料圖|供图|截图|发[)）]?$|(?:图|照片)[/／]", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\s?[（(](?<a>[^（）()]{2,30}(?:[摄攝]|供图|供圖|发|绘))[）)]\s?。?$|(?<=[。！？!?\.”])\s?(?<b>[^。！？!?，,]{2,30}(?:[摄攝](?:影)?|供图|供圖|[/／]图))$|(?<=[。！？!?\.”])\s?(?<d>(?:图|摄影|图片来源|来源|图源)\s?[/／:：][^。！？!?，,]{2,24})$", RegexOptions.CultureInvariant)]
    private static partial Regex Credited();

    [GeneratedRegex(@"^\(?(?:(?:photo|foto|image|bild|picture|illustration|credit|grafik|quelle|bildrechte)s?\s?(?:by\s|:|credit|courtesy).{2,90}|©[^。]{2,60})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WesternCredit();

    [GeneratedRegex(@"^[（(\[【]?(?:图片?|圖片?|摄影|攝影|图文|文[/／]图)\s?(?:[/／:：丨|]|来源[:：])\s?.{2,40}$|^[（(]?(?:本报|新华社|本网)?(?:全媒体|首席|特约|见习)?(?:记者|通讯员).{1,24}\s?[摄攝](?:影)?[)）]?$|^(?:本版|本组|文中)?(?:图片|照片)(?:均)?(?:由|为).{2,30}(?:摄|提供|供图)[)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Credit();
}
