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
        "front.lead" => say["定为头条", "made it the lead"],
        "front.pin" => say["置顶", "pinned it"],
        "front.unpin" => say["撤下头版", "unpinned it"],
        "front.order" => say["调整头版次序", "moved it on the front page"],
        "hot.exclude" => say["不进热读", "kept it out of what is read most"],
        "hot.allow" => say["放回热读", "let it into what is read most"],
        "name.add" => say["新建", "added it"],
        "name.rename" => say["改名", "renamed it"],
        "name.merge" => say["并入", "merged into it"],
        "name.remove" => say["删除", "removed it"],
        "section.order" => say["调整栏目次序", "ordered the sections"],
        "story.name" => say["给故事命名", "named the story"],
        "story.merge" => say["合并故事", "merged stories"],
        "story.split" => say["拆分故事", "split the story"],
        "story.pin" => say["放进故事", "put an article into the story"],
        "related.pin" => say["排到相关新闻最前", "put it first among the related"],
        "related.exclude" => say["不再相关", "kept it out of the related"],
        "related.release" => say["相关新闻交还自动", "left the related to the computation"],
        "media.describe" => say["描述图片", "described it"],
        "media.replace" => say["换成这张图片", "put it in place of another"],
        "media.remove" => say["删除图片", "removed it"],
        "page.save" => say["修改页面", "saved the page"],
        "page.remove" => say["删除页面", "removed the page"],
        "site.set" => say["修改设置", "changed the setting"],
        "article.overrideWords" => say["带词表里的词发布", "published it with words of the list:"],
        "words.add" => say["词表加词", "added words to the list"],
        "words.remove" => say["词表去词", "removed a word from the list"],
        _ => act,
    };
}
