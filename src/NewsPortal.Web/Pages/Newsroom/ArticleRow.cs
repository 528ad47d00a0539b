using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>An article as the newsroom's lists show it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Section">Its section's name.</param>
/// <param name="Source">Its source's name.</param>
/// <param name="PublishedUtc">When it was or will be published.</param>
/// <param name="UpdatedUtc">When it was last changed.</param>
/// <param name="Path">Its address.</param>
public sealed record ArticleRow(long Id, string Headline, ArticleStatus Status, string Section, string? Source, DateTime PublishedUtc, DateTime UpdatedUtc, string Path);

/// <summary>Rows of lists, without bodies.</summary>
internal static class ArticleRows
{
    /// <summary>Reads what a list shows.</summary>
    /// <param name="articles">The articles, in order.</param>
    public static IQueryable<ArticleRow> Rows(this IQueryable<Article> articles) => articles.Select(a => new ArticleRow(
        a.Id, a.Headline, a.Status, a.Section.Name, a.Source == null ? null : a.Source.Name, a.PublishedUtc, a.UpdatedUtc, ArticleAddress.Of(a.Day, a.Slug)));
}
