using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Auditing;

/// <summary>A published article as the store has it, and what was read of its page.</summary>
/// <param name="Article">The article, without its body.</param>
/// <param name="Published">Its time of publication as machines read it.</param>
/// <param name="Modified">Its last change as machines read it.</param>
internal sealed record AuditedArticle(Article Article, string Published, string Modified)
{
    public string Path => Article.Path;
}
