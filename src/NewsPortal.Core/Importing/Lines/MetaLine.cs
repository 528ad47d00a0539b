using System.Buffers;
using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.StatedTimes;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>One field found in a line.</summary>
/// <param name="Field">Which one.</param>
/// <param name="Value">Its value, cleaned.</param>
/// <param name="Start">Where the value starts in the line.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Labelled">True where a label names the field.</param>
internal sealed record MetaField(MetaFieldKind Field, string Value, int Start, int Length, bool Labelled);

/// <summary>The fields that a line of metadata can hold.</summary>
internal enum MetaFieldKind
{
    Published, Revised, Source, Author, Editor, Tags, OriginalTitle, Headline, Kicker, Subheadline, Summary, Other,
}

/// <summary>
/// A line of metadata: a date at its start or behind a label, 来源：, 作者：, 责任编辑： and what stands beside them. A date at the
/// end of a line, as titles in lists have it, makes no line of metadata.
/// </summary>
internal sealed partial class MetaLine
{
    private const int LongestLine = 200;
    private const int MostLooseWords = 24;

    // What ends a label, and what the labels without such a mark begin with; what no date is without.
    private static readonly SearchValues<char> LabelMarks = SearchValues.Create(":>/丨记通评文字分本新南央总全融首见实特高");
    private static readonly SearchValues<char> DateMarks = SearchValues.Create("0123456789年");

    private MetaLine(IReadOnlyList<MetaField> fields, StatedTime? published, StatedTime? revised) =>
        (Fields, Published, Revised) = (fields, published, revised);

    /// <summary>The fields in the order of the line.</summary>
    public IReadOnlyList<MetaField> Fields { get; }

    /// <summary>The time that is not labelled as that of a revision.</summary>
    public StatedTime? Published { get; }

    /// <summary>The time labelled as that of a revision.</summary>
    public StatedTime? Revised { get; }

    /// <summary>True where every field is of this kind.</summary>
    public bool IsOnly(MetaFieldKind kind) => Fields.Count > 0 && Fields.All(f => f.Field == kind);

    /// <summary>Reads a line; null where it is none of metadata.</summary>
    /// <param name="line">The line as it stands.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    public static MetaLine? Read(string line, TimeZoneInfo zone)
    {
        if (line.Length is < 2 or > LongestLine)
        {
            return null;
        }

        var text = RuleText.Of(line);

        // Most lines of a page hold neither: they are told by one look at their characters.
        var labels = text.AsSpan().ContainsAny(LabelMarks) ? Labels().Matches(text).Where(l => !IsInsideWord(text, l)).ToList() : [];
        var times = text.AsSpan().ContainsAny(DateMarks) ? Times(line, zone) : [];
        if ((labels.Count == 0 && times.Count == 0) || !CanBeMeta(text, labels, times))
        {
            return null;
        }

        var reader = new MetaLineReader(line, text, labels, times);
        var fields = reader.Fields();
        if (reader.LooseWeight > MostLooseWords || fields.Exists(IsSpeech))
        {
            return null;
        }

        var published = times.Find(t => !reader.IsRevision(t));
        var revised = times.Find(reader.IsRevision);
        return fields.Count == 0 ? null : new(fields, published?.Time, revised?.Time);
    }

    private static List<StatedTimeMatch> Times(string line, TimeZoneInfo zone)
    {
        var times = new List<StatedTimeMatch>();
        var from = 0;
        while (times.Count < 3 && from < line.Length && StatedTimeParser.Find(line[from..], zone) is { } match)
        {
            times.Add(match with { Start = match.Start + from });
            from += match.End;
        }

        return times;
    }

    private static bool CanBeMeta(string text, List<Match> labels, List<StatedTimeMatch> times)
    {
        var stops = text.AsSpan().Count('。');
        if (stops > 1 || (stops == 1 && !text.TrimEnd().EndsWith('。')))
        {
            return false;
        }

        var startsWithLabel = labels.Count > 0 && LineShape.Weight(text[..labels[0].Index]) <= (labels[0].Groups["soft"].Success ? 0 : 14);
        var startsWithTime = times.Count > 0 && LineShape.Weight(text[..times[0].Start]) <= 14 && !IsInBrackets(text, times[0]);
        return startsWithLabel || startsWithTime;
    }

    // 记者：请问…？ opens a question in an interview.
    private static bool IsSpeech(MetaField field) =>
        field.Field == MetaFieldKind.Author && (LineShape.EndsSentence(field.Value) || field.Value.Length > 60 || LongClause().IsMatch(field.Value));

    // 报价动态(2023-07-07) is a title with a date, not a line of metadata.
    private static bool IsInBrackets(string text, StatedTimeMatch time) =>
        time.Start > 1 && text[time.Start - 1] is '(' or '（' && LineShape.Weight(text[..time.Start]) > 0;

    // 记者 and 文 are words of many sentences; as labels they stand behind nothing but marks or white space.
    private static bool IsInsideWord(string text, Match label)
    {
        if (label.Index == 0)
        {
            return false;
        }

        var before = text[label.Index - 1];
        return label.Groups["soft"].Success ? LineShape.IsHan(before) : char.IsAsciiLetter(before) && char.IsAsciiLetter(text[label.Index]);
    }

    [GeneratedRegex(@"[\u4E00-\u9FFF“”]{9,}(?:[，。？！,?!；]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LongClause();

    [GeneratedRegex(
        @"(?:(?<rev>(?:最后|最近)?(?:更新|修改|修订)(?:时间|日期|于))"
        + @"|(?<tim>(?:发布|发表|发稿|发文|刊发|刊登|出版|上传|录入|添加|成文)?(?:时\s{0,6}间|日\s{0,6}期)|发布于|发表于|发布|published(?:\son)?|date|updated)"
        + @"|(?<src>(?:文章|信息|新闻|稿件|内容|本文|资料|消息)?来\s{0,6}源(?:于)?|稿\s?源|出\s?处|转\s?自|发布机构|发布单位|发文机关|媒体|source)"
        + @"|(?<edi>(?:责任|执行|本文|本期|值班|见习|网络|网页|本版|实习|首席|助理|\w{1,12})?编\s{0,6}辑|责\s{0,2}编|主\s?编|责任校对|审\s?核|校\s?对|监\s?制|编\s?审|[初复终]\s?审|审\s?稿|签\s?发|editor)"
        + @"|(?<aut>作\s{0,6}者|撰\s?文|撰\s?稿|采\s?写|执\s?笔|编\s?译|记\s{0,4}者|通讯员|author|byline)"
        + @"|(?<tag>关\s?键\s?[词字]|标\s?签|主题词|话题|tags?|keywords?|文章关键词)"
        + @"|(?<ori>原\s?标\s?题|原\s?题)|(?<hed>标\s{0,6}题|题\s{0,6}目|主标题|headline|title)|(?<kic>引\s{0,4}题|肩\s{0,4}题|眉\s{0,4}题)|(?<sub>副\s?标\s?题|副\s{0,4}题)|(?<sum>摘\s{0,6}要|导\s{0,6}读|内容提要|核心提示)"
        + @"|(?<oth>浏览(?:次数|量|数)?|点击(?:数|量|次数|率)?|阅读(?:数|量|次数)?|访问(?:量|次数)|人气|评论(?:数)?|字体(?:大小)?|字号|大小|分享(?:到|至)|栏目|分类|所属栏目|版次|版面|字数|索引号|文号|出版社|连载|译\s{0,4}者?))"
        + @"\s{0,3}(?::|>>|[/丨](?!\d)(?=\s?[\u4E00-\u9FFF]))"
        + @"|(?<soft>(?:(?<=^|[\s|)\]】])(?<aut>(?:本报|本刊|本网|新华社|南都|央视|总台)?(?:全媒体|融媒体?|首席|见习|实习|特约|特派|高级)?(?:记者|通讯员|评论员)|文(?=/))[\s/]{1,3}))"
        + @"|(?<soft>(?<=^|[\s|])(?<oth>字体|字号|分享)(?=\s))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Labels();
}
