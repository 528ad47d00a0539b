using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Lines that head a list of other articles.</summary>
internal static partial class ListHeading
{
    /// <summary>The list that a line heads: <c>related</c>, <c>latest</c> or <c>popular</c>; null where it heads none.</summary>
    /// <param name="line">A narrow line.</param>
    public static string? Of(string line)
    {
        if (line.Length > 24)
        {
            return null;
        }

        var words = LineShape.Letters(line);
        return Related().IsMatch(words) ? "related" : Latest().IsMatch(words) ? "latest" : Popular().IsMatch(words) ? "popular" : null;
    }

    private const string Things = "(?:新闻|新聞|阅读|閱讀|推荐|推薦|文章|资讯|資訊|链接|連結|鏈接|内容|報導|报道|专题|專題|话题|视频|稿件|消息|信息|搜索|主题|产品|评论|博文|图集|图片)";

    [GeneratedRegex("^(?:(?:更多)?(?:相关|相關|关联|延伸|拓展|扩展|往期)" + Things + "{1,2}|(?:为您|为你|猜你|编辑|小编|精彩|精选|热点|今日|本站|站内|智能)?(?:推荐|推薦)(?:阅读|新闻|文章|内容|视频|给您)?|延伸(?:推荐|阅读)?|往期(?:推荐|回顾|精选|精彩).{0,4}|猜你喜欢.{0,4}|你可能(?:还|也|会)?(?:喜欢|感兴趣).{0,6}|您可能(?:还|也)?(?:喜欢|感兴趣).{0,6}|喜欢此内容的人还喜欢|大家(?:都)?(?:还)?(?:在看|爱看|感兴趣).{0,4}|看了又看|阅读下一篇.{0,20}|下一篇推荐|relatednews|relatedlinks?|topstories|more[a-z]{0,30}stories|relatedarticles?|relatedstories|related|recommended|youmayalsolike|morefrom.{0,12})$", RegexOptions.CultureInvariant)]
    private static partial Regex Related();

    [GeneratedRegex("^(?:最新|最近|今日|实时|即时|滚动|最新发布|最近更新)" + "(?:新闻|新聞|阅读|文章|资讯|資訊|内容|报道|動態|动态|消息|信息|发布|更新|快讯|公告|要闻|入库)?$|^(?:latest|latestnews|mostrecent|recentnews|作者最新文章|ta的最新.{0,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Latest();

    [GeneratedRegex("^(?:(?:本周|今日|一周|24小时|48小时|本月|本站|点击|阅读|新闻|热门|热点|人气|搜狐|汽车)?(?:热门|熱門|热点|热榜|排行|排行榜|点击排行|点击榜|人气榜|热搜|热图|头条|要闻|精选|焦点|精彩)" + Things + "?(?:排行|榜|榜单|排行榜|top10)?|热门(?:评论|标签|推荐|文章|排行)?|热新闻|热话题|热评论|精彩(?:图片|专栏|视频|推荐|专题|内容|图集)|图片新闻|编辑精选|频道精选|深度观察|图集|mostread|mostpopular|trending|popular)$", RegexOptions.CultureInvariant)]
    private static partial Regex Popular();
}
