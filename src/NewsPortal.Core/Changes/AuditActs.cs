using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Changes;

/// <summary>What acts are called in the record.</summary>
public static class AuditActs
{
    /// <summary>The name of an act on an article: <c>article.save</c>, <c>article.restoreRevision</c>.</summary>
    /// <param name="act">The act.</param>
    public static string Of(ArticleAct act)
    {
        var name = act.ToString();
        return $"article.{char.ToLowerInvariant(name[0])}{name[1..]}";
    }
}
