using System.Net;
using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing;

/// <summary>
/// The sentence on cards where nobody wrote one: the first that belongs to the text, not to what surrounds it (bylines,
/// counts of characters and minutes, the writer's post, addresses, captions).
/// </summary>
internal static partial class AutomaticSummary
{
    /// <summary>Characters of a summary in Han; one in Latin letters takes the same room with twice as many.</summary>
    public const int Longest = 110;

    // Below this a line is a label more often than a sentence: 两年过去了。 says nothing on a card.
    private const int ShortestSentence = 14;
    private const int ShortestLine = 20;
    private const int ShortestOpenLine = 30;

    // A first sentence longer than a card is often what a house says of itself above each of its reports.
    private const int SentencesTried = 4;

    // Blogs print who wrote the text, and his post, above the count of its characters.
    private const int LinesAboveCount = 14;

    /// <summary>What the file states, unless it only says the headline again; such a card would say one thing twice.</summary>
    public static string? Stated(ExtractedArticle article)
    {
        if (string.IsNullOrWhiteSpace(article.Summary)) return null;
        var plain = Emphasis().Replace(Invisible().Replace(article.Summary, string.Empty), "$1");
        var (summary, headline) = (Folding.ForComparison(plain), Folding.ForComparison(article.Headline));
        return summary.Length == 0 || headline.Contains(summary, StringComparison.Ordinal) ? null : plain;
    }

    /// <summary>The first sentences of the text that fit; null where it has none, as an article of pictures alone.</summary>
    public static string? Of(ExtractedArticle article)
    {
        var lines = Candidates(article);
        var sentences = lines.Where(IsSentence).Take(SentencesTried).Select(Cut).ToList();
        if (sentences.Count > 0) return sentences.Find(sentence => !sentence.EndsWith('…')) ?? sentences[0];
        var line = lines.Find(l => l.Length >= ShortestLine) ?? lines.FirstOrDefault();
        return line is null ? null : Cut(line);
    }

    private static List<string> Candidates(ExtractedArticle article)
    {
        var lines = article.Text.Split('\n');
        var count = Array.FindIndex(lines, 0, Math.Min(lines.Length, LinesAboveCount), l => ReadingTime().IsMatch(l));
        var passed = article.Headings.Concat(article.Captions).Concat(article.AboveText).Concat(Code(article.Body.Value)).Append(article.Headline).ToHashSet(StringComparer.Ordinal);
        var han = HanText.Count(article.Headline) > 0;
        return [.. lines.Skip(Math.Max(0, count))
            .Where(line => !passed.Contains(line))
            .Select(line => Opening().Replace(ReadingTime().Replace(line, string.Empty), string.Empty).Trim())
            .Where(line => line.Length > 0 && !IsAround(line) && (!han || HanText.Count(line) > 0))];
    }

    private static bool IsAround(string line) =>
        Label().IsMatch(line) || Address().IsMatch(line) || Person().IsMatch(line) || (line.Length < 120 && ToolLine.IsTool(line));

    private static IEnumerable<string> Code(string html) =>
        Preformatted().Matches(html).SelectMany(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('\n')).Select(line => line.TrimEnd());

    // Items say little without their list, and a bar parts slogans.
    private static bool IsSentence(string line)
    {
        if (line.Length < ShortestSentence || Item().IsMatch(line)) return false;
        if (line.AsSpan().IndexOfAny("。！？；") >= 0 || LatinEnd().IsMatch(line)) return true;
        return line.Length >= ShortestOpenLine && line.AsSpan().IndexOfAny("|｜") < 0 && (line[^1] is '：' or ':' || line.Contains('，', StringComparison.Ordinal));
    }

    private static string Cut(string line)
    {
        var room = HanText.Count(line) * 4 >= line.Length ? Longest : Longest * 2;
        if (line.Length <= room) return line;
        var end = line.LastIndexOfAny(['。', '！', '？', '；'], room - 1);
        if (end < room / 3) end = LatinEnd().Matches(line[..room]).LastOrDefault(m => m.Index >= room / 3)?.Index ?? -1;
        if (end >= room / 3) return line[..(end + 1)];

        // Not inside a word or a surrogate pair.
        var cut = room - 1;
        while (cut > room / 2 && (char.IsLowSurrogate(line[cut]) || (char.IsAsciiLetterOrDigit(line[cut]) && char.IsAsciiLetterOrDigit(line[cut - 1])))) cut--;
        return line[..cut].TrimEnd(' ', '，', ',', '、', '（', '(', '“') + "…";
    }

    [GeneratedRegex(@"[\u200B\u2060\uFEFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"\*{1,2}([^*\n]{1,200})\*{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    // 本文 6386 字，预计阅读 12 分钟; the text may go on behind it.
    [GeneratedRegex(@"^\s{0,4}(?:本文|全文)\s{0,4}(?:共|约)?\s{0,4}[\d,.]{1,9}\s{0,4}字[\s\u200B，,、。｜|·]{0,6}(?:预计)?\s{0,4}阅读\s{0,4}(?:时间|时长)?\s{0,4}(?:约|需|需要)?[\s\u200B:：]{0,4}\d{1,4}[\s\u200B]{0,4}分钟[\s\u200B，,。]{0,4}", RegexOptions.CultureInvariant)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(@"^(?:\[?TL;?\s?DR\]?[:：]?|长文预警[:：]|(?:简介|摘要|导读|导语|引言|编者按)[:：])\s{0,4}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^[（(【\[]?\s{0,4}(?:(?:文|图|图文|撰文|原文|(?:本文)?作者|译者|校对|编辑|责编|审校|来源|来自|记者|出品|策划)\s{0,4}(?:[｜|丨/:：·]|$)|文\s\S{2,12}[（(]|(?:图像|图片|照片|题图|配图|视频|封面).{0,6}(?:来自|来源|提供|by|[:：])|(?:作者|译者|嘉宾|讲师)(?:简介|介绍)|[QA][:：]|欢迎.{0,24}(?:留言|关注|提问|投稿|扫码)|图\s?\d{1,3}[\s:：.、])", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"<pre><code>(.*?)</code></pre>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Preformatted();

    [GeneratedRegex(@"^(?:\d{1,2}\s?[.、)）](?!\d)|[-•·*●#]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    // 项目官网：https://… is an address with a name, and so is [1]: https://…
    [GeneratedRegex(@"^.{0,30}?https?://[\x21-\x7E]{1,500}\s{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:(?:主要|目前)?负责|现?就职于|就读于|毕业于|现任|曾任|.{0,24}(?:工程师|负责人|专家|架构师|Committer|Maintainer|Contributor)$)", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(@"(?<=[A-Za-z0-9)\p{IsCJKUnifiedIdeographs}])[.!?](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LatinEnd();
}
