using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Names of papers, agencies, sites and offices.</summary>
internal static partial class Outlet
{
    /// <summary>True for a string that reads as the name of one.</summary>
    public static bool IsOne(string text) => text.Length is >= 2 and <= 24 && Ending().IsMatch(text) && !NotOne().IsMatch(text);

    /// <summary>A source as printed, without the marks, ranks and addresses that stand round it.</summary>
    /// <param name="value">What follows 来源：.</param>
    /// <returns>The name; empty where nothing of it is left.</returns>
    public static string Clean(string value)
    {
        var name = value.Trim().Trim("[]【】《》<>()（）“”\"'「」『』:：|｜,，;；-—·_ \u3000".ToCharArray()).Trim();
        name = Tail().Replace(name, string.Empty).Trim();
        return name.Length <= 40 && !Address().IsMatch(name) ? name : string.Empty;
    }

    [GeneratedRegex(@"(?:报|報|网|網|社|台|臺|新闻|新聞|在线|客户端|日报|周刊|週刊|杂志|频道|消息|发布|视频|晚报|导报|传媒|融媒|中心|电视|广播|通讯|时报|商讯|公众号|政府|委员会|发改委|办公室|局|部|厅|大学|学院|研究院|协会|集团|公司|智库|财经|资讯|快讯|观察|参考|之声|月谈|求是|博客|论坛|号|记者站|编辑部|News|Times|Post|Daily|Agency)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:首页|新闻|资讯|视频|财经|频道|公众号|客户端|手机|网站|在线|更多|我的|下载|登录)$|\d{4}年", RegexOptions.CultureInvariant)]
    private static partial Regex NotOne();

    [GeneratedRegex(@"\s{0,3}(?:我要评论|评论|参与互动|参与|举报|浏览|阅读|点击|分享|字号|字体|字体大小|打印|收藏|推荐|纠错|【|\[|编辑|关注|微博|\d{1,9}$).{0,40}$|\s{0,2}[(（]?(?:https?://|www\.)[\x21-\x7E]{0,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^(?:https?://|www\.)|^[a-z0-9-]{1,30}(?:\.[a-z0-9-]{1,30}){1,4}$|^\d{1,20}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
