using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Importing;

/// <summary>The origins of fields that no format states because they follow from others or from the text as a whole.</summary>
internal static class DerivedOrigins
{
    public static void Complete(ExtractedArticle article)
    {
        var origins = article.Origins;
        origins.TryAdd("body", FieldOrigin.By("text of the file"));
        if (article.Byline is not null) origins.TryAdd("byline", FieldOrigin.By("names in the text"));
        if (article.Authors.Count > 0 && origins.TryGetValue("byline", out var byline)) origins.TryAdd("authors", byline);
        if (article.Pictures.Count > 0) origins.TryAdd("pictures", origins["body"] with { Rule = "pictures of the body" });
        origins.TryAdd("language", FieldOrigin.By("characters of the text"));
    }
}
