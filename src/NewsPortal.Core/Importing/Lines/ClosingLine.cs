using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Lines after which an article is over, and lines of law and advertising that stand round it.</summary>
internal static partial class ClosingLine
{
    /// <summary>What ends the article here: <c>pager</c> (previous/next), <c>comments</c> or <c>footer</c>; null where nothing does.</summary>
    /// <param name="compact">A narrow line without spaces.</param>
    public static string? EndOf(string compact) =>
        Pager().IsMatch(compact) ? "pager" : Comments().IsMatch(compact) ? "comments" : compact.Length <= 260 && Footer().IsMatch(compact) ? "footer" : null;

    /// <summary>True for disclaimers, copyright notes and invitations to follow, download or write in.</summary>
    /// <param name="compact">A narrow line without spaces.</param>
    public static bool IsDisclaimer(string compact) =>
        Disclaimer().IsMatch(compact) || (compact.Length <= 90 && ShortDisclaimer().IsMatch(compact));

    /// <summary>True for the way to the page.</summary>
    /// <param name="line">A narrow line with its spaces.</param>
    public static bool IsBreadcrumb(string line) => line.Length <= 120 && Breadcrumb().IsMatch(line) && !Tag().IsMatch(line);

    [GeneratedRegex(@"^[\[【(<«‹←]{0,2}(?:上一?(?:篇|条|條|则|則|页|頁|章)|下一?(?:篇|条|條|则|則|页|頁|章)|前一篇|后一篇|上篇|下篇|previous|next)(?:[:：\]】)>»|].{0,120}|文章.{0,80}|[\[【(|]?下一?(?:篇|条|则|页|章).{0,4}|)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pager();

    [GeneratedRegex(@"^[\W_]{0,3}(?:(?:网友|全部|最新|热门|精彩|用户|发表|所有|文章|我要|热)?(?:评论|跟贴|跟帖|留言|評論)(?:区|列表|专区)?[\(（:：]?\d{0,6}[条)）]{0,2}|暂无评论.{0,16}|(?:已有)?[\d,]{1,9}条评论.{0,20}|登录(?:并|后)(?:发|评|回).{0,12}|我来说两句.{0,10}|说说你的看法.{0,10}|来说两句吧.{0,10}|快来抢沙发.{0,6}|正在读取评论.{0,4}|参与评论.{0,8}|leaveareply|leaveacomment|comments?\(?\d{0,5}\)?|\d{1,5}comments?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Comments();

    [GeneratedRegex(@"版权所有|版權所有|copyright[©(\d]|©\d{4}|©.{0,20}(?:20|19)\d\d|allrightsreserved|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]icp[备证]|icp备\d|公网安备|网安备|(?:信息服务|经营|视听节目|出版物|新闻信息).{0,10}许可证|备案号[:：]|网站标识码|(?:主办|承办|协办|主管|制作)(?:单位|方)?[:：]|技术支持[:：]|(?:违法|不良|有害).{0,8}(?:举报|信息)|举报(?:电话|邮箱|热线)|^(?:关于我们|联系我们|网站地图|友情链接|版权声明|广告服务|about(?:us)?\|)|国内统一(?:连续)?刊号|邮发代号", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Footer();

    [GeneratedRegex(@"^[\W_]{0,3}(?:免责声明|免責聲明|版权声明|特别声明|郑重声明|重要声明|声明|风险提示|特别提示|版权说明|版权及免责声明|温馨提示|投资有风险)(?:[:：]|$|】)|^[\W_]{0,2}(?:本文|以上|本稿|文章|本篇)(?:内容|观点|信息|图文|图片)?(?:来自|仅代表|不代表|仅供参考|均为|为转载|系转载|由.{2,20}(?:发布|授权|提供|供稿)|转载自|版权|著作权|首发于|原载于|原刊于|仅为).{0,160}$|^[\W_]{0,2}(?:未经.{0,16}(?:授权|许可|同意|书面).{0,24}(?:不得|禁止|请勿|转载|使用|复制|违者)|转载请|如需转载|如有侵权|欢迎(?:关注|订阅|下载|扫码|投稿)|更多(?:精彩|猛料|新闻|资讯|内容|原创).{0,12}(?:请|关注|扫|下载|尽在|内容|资讯)|网友评论仅供|以下文章来源于|凡本(?:网|站|报)|原创版权禁止).{0,160}$", RegexOptions.CultureInvariant)]
    private static partial Regex Disclaimer();

    [GeneratedRegex(@"不代表.{0,16}(?:立场|观点)|(?:未经|谢绝|禁止|请勿).{0,14}(?:转载|复制)|不构成.{0,10}(?:投资)?建议|下载[“""].{1,12}[”""]?app|(?:微信)?公众号[:：]|报料[:：热]|联系我们[:：]|^(?:readmore|readalso|alsoread|seealso|related|more|watch|watchnow|listen|signup|subscribe|followus|clickhere|wantmore|likethis(?:story|article)|tellus|enjoythis|sharethis|thisarticle(?:was)?(?:originally|first)|getthelatest|downloadour|joinour|auchinteressant|lesensieauch|mehrzumthema|leeauch|leatambién|lireaussi|leggianche)(?:[:：!.,to-]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ShortDisclaimer();

    [GeneratedRegex(@"^\W{0,2}(?:您?(?:现在)?(?:当前|所在|现在)?(?:的)?位置(?:是)?|你现在的位置|所在位置|当前栏目)\s?[:：]|^[^。！？!?]{1,40}?(?:\s?(?:>>?|»|›)\s?[^>。！？「」]{0,24}){1,8}$|^(?:网站)?首页\s?[/|｜>\\-]|[/>]\s?正文\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Breadcrumb();

    // Whoever writes about markup writes brackets that lead nowhere.
    [GeneratedRegex("<[!-;=?-~]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
