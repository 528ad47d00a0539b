using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What the newsroom calls an act on record.</summary>
internal static class ActWords
{
    /// <summary>An act's name.</summary>
    /// <param name="act">The act, as it is recorded.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string Of(string act, Bilingual say) => act switch
    {
        "article.create" => say["新建", "began it"],
        "article.save" => say["修改", "saved it"],
        "article.submit" => say["交审", "handed it in"],
        "article.reject" => say["退回", "handed it back"],
        "article.publish" => say["发布", "published it"],
        "article.schedule" => say["定时", "scheduled it"],
        "article.holdBack" => say["取消定时", "held it back"],
        "article.embargo" => say["改禁发时间", "changed the embargo"],
        "article.correct" => say["更正", "corrected it"],
        "article.withdraw" => say["撤稿", "withdrew it"],
        "article.restore" => say["恢复", "restored it"],
        "article.move" => say["改网址", "moved it"],
        "article.restoreRevision" => say["退回旧版本", "brought back a revision"],
        "article.takeOver" => say["接过编辑", "took it over"],
        "article.overrideWords" => say["带词表里的词发布", "published it with words of the list:"],
        "words.add" => say["词表加词", "added words to the list"],
        "words.remove" => say["词表去词", "removed a word from the list"],
        _ => act,
    };
}
