using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>The words that open a report (电头): 湖南日报贵阳7月7日电(全媒体记者 孙敏坚).</summary>
/// <param name="Text">Without the bracket.</param>
/// <param name="Byline">What the bracket says of the writers; null where there is none.</param>
internal sealed partial record Dateline(string? Text, string? Byline)
{
    /// <summary>Reads the start of a paragraph; null where no such words open it.</summary>
    public static Dateline? Read(string paragraph)
    {
        var window = paragraph.Length > 120 ? paragraph[..120] : paragraph;
        var match = Opening().Match(window);
        if (match.Success)
        {
            var by = match.Groups["by"];
            return new(match.Groups["d"].Value.Trim(), by.Success && IsByline(by.Value) ? by.Value.Trim() : null);
        }

        match = Bracket().Match(window);
        return match.Success ? new(null, match.Groups["by"].Value.Trim()) : null;
    }

    /// <summary>The byline in brackets that closes a paragraph: （记者 张三）.</summary>
    public static string? Closing(string paragraph)
    {
        var window = paragraph.Length > 80 ? paragraph[^80..] : paragraph;
        var match = Closer().Match(window);
        if (match.Success)
        {
            return match.Groups["by"].Value.Trim();
        }

        match = LastBracket().Match(window);
        return match.Success && PersonNames.AreChineseNames(match.Groups["by"].Value) ? match.Groups["by"].Value.Trim() : null;
    }

    private static bool IsByline(string bracket) => HasRole().IsMatch(bracket) || PersonNames.In(bracket).All(n => n.Length is >= 2 and <= 4);

    [GeneratedRegex(
        @"^\s{0,4}(?:【(?<d>[^】\s]{2,24}(?:讯|报道|消息|电))\s?(?<by>[^】]{2,40})?】|[（(](?<d>[^（）()]{2,10}社[^（）()]{2,30}[电電])[）)]|(?<d>[\u4E00-\u9FFFA-Za-z·•、\s]{2,30}?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)\s?(?:电|讯|專電|专电|消息|電|訊)|据?[\u4E00-\u9FFF]{2,4}社[\u4E00-\u9FFF]{1,8}电(?=\s?[（(])|(?:本报|本网|本刊|本台)?[\u4E00-\u9FFFA-Za-z]{0,14}?(?:报|网|社|台|客户端|新闻|记者)?(?:讯|快讯|專訊|专讯|訊)(?=[\s（(:：])|本报[\u4E00-\u9FFF]{0,8}讯))"
        + @"\s{0,3}(?:[（(]\s?(?<by>[^（）()]{2,60}(?:[（(][^（）()]{1,16}[）)][^（）()]{0,30})?)\s?[）)])?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s{0,4}[（(【]\s?(?<by>[^（）()【】]{0,24}(?:记者|記者|通讯员|特约撰稿|作者)[^（）()【】]{2,50})[）)】]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[（(【]\s?(?<by>[^（）()【】。]{0,24}(?:记者|記者|通讯员|作者|执笔|采写|撰稿|评论员|文[/／]图|图[/／]文|文[/／])[\s:：、]{0,3}[^（）()【】。]{2,50})[）)】]\s?[。]?(?:[（(]完[）)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Closer();

    [GeneratedRegex(@"[（(]\s?(?<by>[\u4E00-\u9FFF、\s]{2,30})\s?[）)]\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex LastBracket();

    [GeneratedRegex("记者|記者|通讯员|通訊員|作者|撰稿|编译|实习生|评论员|报道", RegexOptions.CultureInvariant)]
    private static partial Regex HasRole();
}
