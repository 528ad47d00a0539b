using NewsPortal.Core.Articles;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>What the newsroom calls the states of an article.</summary>
internal static class StatusWords
{
    /// <summary>A state's name.</summary>
    /// <param name="status">The state.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string Of(ArticleStatus status, Bilingual say) => status switch
    {
        ArticleStatus.Draft => say["草稿", "Draft"],
        ArticleStatus.InReview => say["待审", "In review"],
        ArticleStatus.Scheduled => say["定时", "Scheduled"],
        ArticleStatus.Published => say["已发布", "Published"],
        _ => say["已撤稿", "Withdrawn"],
    };
}
