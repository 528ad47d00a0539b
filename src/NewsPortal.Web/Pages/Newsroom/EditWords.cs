using NewsPortal.Core.Publishing;
using NewsPortal.Core.Publishing.Words;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What the newsroom says of something that cannot be stored.</summary>
internal static class EditWords
{
    /// <summary>Says it: which field, what is wrong, what to do.</summary>
    /// <param name="refused">What cannot be.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string Of(ArticleEditException refused, Bilingual say)
    {
        if (!say.IsChinese)
        {
            return refused.Message;
        }

        var what = refused.Problem switch
        {
            EditProblem.Missing => "不能为空",
            EditProblem.TooLong => "太长",
            EditProblem.Unreadable => "看不懂，请检查写法",
            EditProblem.Unknown => "没有这一项",
            EditProblem.Taken => "已被别的稿件占用",
            EditProblem.Ahead => "不能是将来的时间，或还在禁发期内",
            EditProblem.Overtaken => "您打开以后别人改过",
            EditProblem.Past => "必须是将来的时间",
            _ => "稿件现在的状态不允许",
        };
        return $"{FieldOf(refused.Field)}：{what}。（{refused.Message}）";
    }

    /// <summary>Says which words of the publisher's list keep an article from going out with many.</summary>
    /// <param name="hits">The words.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string OfWords(IEnumerable<WordHit> hits, Bilingual say)
    {
        var words = string.Join(say["、", ", "], hits.Select(h => h.Wrong).Take(5));
        return say[$"稿件里有词表里的词：{words}。请打开改正，或在那里确认发布。", $"It holds words of the list: {words}. Open it to put them right, or to publish it all the same."];
    }

    private static string FieldOf(string field) => field switch
    {
        "headline" => "标题",
        "kicker" => "引题",
        "subheadline" => "副题",
        "summary" => "摘要",
        "section" => "栏目",
        "source" => "来源",
        "byline" or "authors" => "署名",
        "editor" => "责任编辑",
        "dateline" => "电头",
        "tags" => "标签",
        "published" => "发布时间",
        "embargo" => "禁发至",
        "ends" => "下线时间",
        "update" => "直播条目",
        "note" => "内部备注",
        "body" => "正文",
        "slug" => "网址",
        "reason" => "理由",
        "notice" => "更正说明",
        "canonicalUrl" => "原文网址",
        "status" => "状态",
        _ => field,
    };
}
