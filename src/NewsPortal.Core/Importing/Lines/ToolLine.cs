using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Lines that are buttons and counters of a page: sharing, font size, printing, players, logins.</summary>
internal static partial class ToolLine
{
    private static readonly FrozenSet<string> Words = (
        "分享 分享到 分享至 分享本文 一键分享 转发 微信 微博 新浪微博 腾讯微博 搜狐微博 新浪 腾讯 人人 人人网 豆瓣 开心网 易信 来往 复制链接 复制 更多 "
        + "qq qq空间 qq好友 qzone 空间 朋友圈 微信朋友圈 微信好友 手机看新闻 手机阅读 扫一扫 扫码 二维码 facebook twitter weibo wechat linkedin email 邮件 邮箱 "
        + "字号 字体 字 大 中 小 大号 中号 小号 小字号 大字号 超大 标准 特大 缩小字体 放大字体 默认 a t 繁体 繁體 简体 简 繁 english en 中文 "
        + "打印 打印本页 打印本文 打印本稿 打印文章 打印此页 关闭 关闭窗口 关闭本页 关闭页面 收藏 收藏本文 已收藏 推荐 推荐给好友 发送给朋友 保存 下载 纠错 我要纠错 我要反馈 反馈 "
        + "评论 发表评论 查看评论 我要评论 我来说两句 参与 参与评论 跟贴 留言 写留言 热点排行 页面功能 返回 返回首页 返回顶部 返回列表 返回页首 回到顶部 回到首页 顶部 top "
        + "举报 投诉 侵权投诉 不感兴趣 点赞 赞 赏 赞赏 好文 喜欢 关注 已关注 登录 注册 免费注册 登录注册 退出 搜索 站内 首页 网站首页 首 "
        + "app 客户端 客户端下载 下载app 手机版 移动端 电脑版 网页版 无障碍 无障碍阅读 长者模式 适老版 关怀版 rss 订阅 语音播报 听新闻 播放 暂停 全屏 静音 收起 展开 展开全文 "
        + "阅读全文 阅读原文 查看更多 加载更多 点击查看 点击加载更多 换一换 在看 阅读 浏览 点击 点击量 浏览量 阅读量 阅读数 浏览次数 点击数 次 人 人参与 原创 正文 广告 我知道了 "
        + "share print save tweet comments comment subscribe login signup menu search close advertisement advert anzeige werbung publicidad publicité pubblicità caption image like follow pin copy link")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where nothing but such words stands in the line.</summary>
    /// <param name="line">A narrow line with its spaces.</param>
    public static bool IsTool(string line)
    {
        if (line.Length > 120)
        {
            return false;
        }

        return !Divider().IsMatch(line) && (Phrases().IsMatch(LineShape.Compact(line)) || AllWords(line.ToLowerInvariant()));
    }

    private static bool AllWords(string line)
    {
        var any = false;
        if (IsMenu(line))
        {
            return true;
        }

        foreach (Match word in WordsOfLine().Matches(line))
        {
            // Numbers are counters (赞 86); a line of numbers alone is no prose either.
            if (!Words.Contains(word.Value) && !word.Value.All(char.IsAsciiDigit))
            {
                return false;
            }

            any = true;
        }

        return any || line.Length <= 3;
    }

    // 推荐 热点 财经 科技 体育: many very short words in a row, at least one of them a button's.
    private static bool IsMenu(string line)
    {
        var words = line.Split([' ', '|', '\t', '·', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 4 && words.All(w => w.Length <= 6 && w.All(char.IsLetterOrDigit) && w.Any(LineShape.IsHan)) && (words.Length >= 6 || words.Any(Words.Contains));
    }

    // Parts one piece of a text from the next.
    [GeneratedRegex(@"^(?:_{3,}|\*{3,}|\*\s\*\s\*|-{3,}|—{3,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Divider();

    [GeneratedRegex(@"[\p{L}\p{N}]{1,40}", RegexOptions.CultureInvariant)]
    private static partial Regex WordsOfLine();

    [GeneratedRegex(
        @"^[\W_]{0,3}(?:分享(?:到|至|让|给|本文).{0,30}|用微信扫.{0,20}|(?:请)?(?:使用)?(?:微信|手机)?(?:扫一扫|扫描|扫码|长按).{0,30}|点击(?:上方|下方|右上角)?.{0,4}蓝字.{0,16}|(?:点个|点击).{0,3}(?:在看|关注|阅读原文).{0,20}|"
        + @"(?:字体|字号|字体大小)[:：\[【(].{0,16}|(?:浏览|阅读|点击|访问|播放|人气)(?:次数|量|数|人数)?[:：]?[\d.,]{1,9}[万亿+]?(?:次|人)?|[\d.,]{1,9}[万+]?(?:人参与|条评论|评论|跟贴|次阅读|次播放|阅读|点赞|人浏览|人阅读|人看过).{0,16}|阅读[\d.]{1,6}万?(?:赞[\d.]{1,6}万?)?(?:在看[\d.]{1,6}万?)?|"
        + @"您的浏览器.{0,40}|(?:音频|视频)?\d{1,2}:\d{2}(?:/\d{1,2}:\d{2})?|lesedauer.{0,20}|trackback:.{0,80}|image\d{1,3}of\d{1,3}|(?:this)?slideshowrequires.{0,20}|backtogallery|skipto.{0,20}|(?:视频|音频)?(?:正在)?(?:加载中|缓冲中|播放中|正在加载|即将播放).{0,60}|(?:网站)?支持ipv6.{0,30}|收听.{0,4}本文.{0,8}|全文(?:共)?\d{1,6}字.{0,14}|本文(?:共|约)?\d{1,6}字.{0,14}|(?:预计)?阅读(?:约|需|时间|时长).{0,12}分钟|\d{1,3}分钟|"
        + @"(?:发表|添加)评论.{0,10}|(?:新浪|腾讯|网易|搜狐)?.{0,6}(?:公众号|APP)(?:下载)?|广告.{0,6}|打开.{0,10}app.{0,20}|下载.{0,12}(?:app|客户端).{0,12}|正文已结束.{0,30}|返回.{0,12}(?:首页|频道|列表|顶部))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Phrases();
}
