using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Newsroom;

/// <summary>Who may do what to which article.</summary>
public static class ArticleRights
{
    /// <summary>Whether somebody may do something to an article, as far as its state allows it at all.</summary>
    /// <param name="staff">Who.</param>
    /// <param name="act">What.</param>
    /// <param name="article">The article.</param>
    public static bool May(this CurrentStaff staff, ArticleAct act, Article article)
    {
        ArgumentNullException.ThrowIfNull(staff);
        ArgumentNullException.ThrowIfNull(article);
        return ArticleActs.May(article.Status, act) && (staff.May(StaffAct.Publish, article.SectionId) || (IsWriters(act) && IsOwnDraft(staff, article)));
    }

    // What a writer does before an editor has a say.
    private static bool IsWriters(ArticleAct act) => act is ArticleAct.Save or ArticleAct.Submit or ArticleAct.RestoreRevision;

    private static bool IsOwnDraft(CurrentStaff staff, Article article) =>
        article.Status == ArticleStatus.Draft && string.Equals(article.CreatedBy, staff.Name, StringComparison.Ordinal);
}
