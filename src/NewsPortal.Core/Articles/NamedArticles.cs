namespace NewsPortal.Core.Articles;

/// <summary>Articles by what they bear.</summary>
public static class NamedArticles
{
    /// <summary>Those of a section, tag, source or writer, public or not.</summary>
    /// <param name="articles">Any articles.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its number.</param>
    public static IQueryable<Article> Bearing(this IQueryable<Article> articles, NameKind kind, int id) => kind switch
    {
        NameKind.Section => articles.Where(a => a.SectionId == id),
        NameKind.Tag => articles.Where(a => a.Tags.Any(t => t.TagId == id)),
        NameKind.Source => articles.Where(a => a.SourceId == id),
        _ => articles.Where(a => a.Authors.Any(w => w.AuthorId == id)),
    };
}
