using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Parts the names of writers from their roles and organisations.</summary>
internal static partial class PersonNames
{
    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景单包司柏宁柯阮桂闵解强柴华车冉房边吉饶刁瞿戚丘古米池滕晋苑邬臧宫苟全褚廉简娄盖符奚木穆党燕郎冀谈姬屠连晏栾郁商蒙计喻窦迟宇敖冷卓花仇艾蓝巩井练仲乐虞卞封冼官衣楚佟栗匡宗应巫鞠桑荆明沙岑习胥保蔺";

    /// <summary>The names in a byline, in order, without duplicates.</summary>
    /// <param name="byline">Such as <c>全媒体记者 孙敏坚 通讯员 李明、王芳</c> or <c>By Ann Lee and Bob Ray</c>.</param>
    /// <param name="mayBeOutlets">True where a label says that it is the author, whatever it looks like.</param>
    public static IReadOnlyList<string> In(string byline, bool mayBeOutlets = false)
    {
        var text = Report().Replace(byline, string.Empty).Trim().Trim("[]【】:：□■◆●○▲*·-—|".ToCharArray()).Trim();
        if (text.Length == 0)
        {
            return [];
        }

        return text.Any(LineShape.IsHan) ? Chinese(text, mayBeOutlets) : Latin(text);
    }

    /// <summary>True for a string that can be a Chinese person's name by its surname and length.</summary>
    public static bool IsChineseName(string text) =>
        text.Length is >= 2 and <= 4 && text.All(LineShape.IsHan) && Surnames.Contains(text[0], StringComparison.Ordinal) && !Outlet.IsOne(text);

    /// <summary>True where nothing but names of Chinese persons stands in the text.</summary>
    public static bool AreChineseNames(string text) =>
        Separators().Split(text.Trim()).Where(p => p.Length > 0).ToList() is { Count: > 0 and <= 4 } parts && parts.TrueForAll(IsChineseName);

    /// <summary>A byline as printed, without the bar of tools and counters that stands behind it: 韩松年 顾青 阅读 0.</summary>
    /// <param name="byline">The line.</param>
    public static string Printed(string byline) => Tools().Replace(byline, string.Empty) is { Length: > 0 } names ? names.Trim() : byline.Trim();

    private static List<string> Chinese(string text, bool mayBeOutlets)
    {
        var names = new List<string>();
        var roles = Roles().Matches(text);
        var parts = roles.Count == 0 ? [text] : Between(text, roles);
        foreach (var part in parts)
        {
            foreach (var name in JoinSpacedName(Separators().Split(part).Where(p => p.Length > 0).ToList()))
            {
                var clean = name.Trim(" .。:：_[]【】\"“”".ToCharArray());
                clean = clean.Contains('(', StringComparison.Ordinal) && clean.Contains(')', StringComparison.Ordinal) ? clean : clean.Trim('(', ')', '（', '）');
                if (clean.Length is >= 2 and <= 30 && (mayBeOutlets || !Outlet.IsOne(clean)) && !IsTool(clean) && !names.Contains(clean))
                {
                    names.Add(clean);
                }
            }
        }

        return names;
    }

    // Words of the bar that stands beside a byline on many pages.
    private static bool IsTool(string text) => text is "阅读" or "閱讀" or "分享" or "打印" or "列印" or "关闭" or "關閉" or "收藏" or "评论" or "評論" or "点赞" or "字号" or "微信" or "微博" or "举报" or "编辑" or "編輯" or "来源" or "來源" or "浏览" or "复制链接";

    // What stands before the first role is the organisation (湖南日报全媒体记者), unless it is names in front of 摄 or 报道.
    private static List<string> Between(string text, MatchCollection roles)
    {
        var parts = new List<string>();
        for (var i = 0; i < roles.Count; i++)
        {
            var from = roles[i].Index + roles[i].Length;
            parts.Add(text[from..(i + 1 < roles.Count ? roles[i + 1].Index : text.Length)]);
        }

        return parts;
    }

    // 张 三 is one name, set wide to line up with three characters.
    private static IEnumerable<string> JoinSpacedName(List<string> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Length == 1 && i + 1 < parts.Count && parts[i + 1].Length == 1)
            {
                yield return parts[i] + parts[++i];
            }
            else
            {
                yield return parts[i];
            }
        }
    }

    private static List<string> Latin(string text)
    {
        var names = new List<string>();
        var bare = LatinPrefix().Replace(text, string.Empty);
        foreach (var part in LatinSeparators().Split(bare))
        {
            var name = LatinTail().Replace(part.Trim(" .,;:|-—–•·".ToCharArray()), string.Empty).Trim();
            if (name.Length is >= 2 and <= 60 && name.Any(char.IsLetter) && !name.Contains("http", StringComparison.OrdinalIgnoreCase)
                && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    [GeneratedRegex(@"\s(?:阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|人气|分享|打印|列印|收藏|举报|点赞|字号|字體|字体)(?:量|数|數|次数)?(?:[\s:：(（].*|\d.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tools();

    // 新京报记者 彭冲 山东冠县报道 names the place between writer and verb.
    [GeneratedRegex(@"\s[\p{IsCJKUnifiedIdeographs}]{1,10}(?:报道|報導)$", RegexOptions.CultureInvariant)]
    private static partial Regex Report();

    [GeneratedRegex(@"(?:(?:本报|本刊|本网|本台|总台|央视|央广|新华社|南都|全媒体|融媒体?|首席|见习|实习|特约|特派|驻[\p{IsCJKUnifiedIdeographs}]{1,6}|高级|资深|主任)?(?:记者|評論員|评论员|撰稿人|撰稿|特派员|观察员|主持人))|通讯员|通訊員|記者|实习生|编译|采写|執筆|执笔|撰文|作者|整理|摄影报道|摄影|摄像|攝影|[文图]\s?[/／]|[摄攝](?=$|[\s)）])|报道$|報導$|综合$", RegexOptions.CultureInvariant)]
    private static partial Regex Roles();

    [GeneratedRegex(@"(?:(?<![A-Za-z])\s(?![(（])|\s(?![A-Za-z(（])|[、，,;；/／&＆|｜]){1,20}|(?<=[\p{IsCJKUnifiedIdeographs}])\s?和\s?(?=[\p{IsCJKUnifiedIdeographs}]{2,4}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:(?:written|posted|story|words|reporting|report|text)\s)?(?:by|von|par|por|di|da|door|af|av)[\s:]{1,3}|^author[\s:]{1,3}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LatinPrefix();

    [GeneratedRegex(@"\s{0,3}(?:,|;|\||/|&|\s(?:and|und|et|y|e|og|och|en|with)\s|\n)\s{0,3}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LatinSeparators();

    [GeneratedRegex(@"\s\((?:@|[^)]{0,40}@)[^)]{0,60}\)$|\s@\w{2,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex LatinTail();
}
