using System.Text;

namespace NewsPortal.Core.Articles;

/// <summary>An article's words with those of its live report: what search knows of it.</summary>
public static class LiveText
{
    /// <summary>Its text, then the entries, the newest first.</summary>
    /// <param name="article">The article with its entries.</param>
    /// <param name="body">Its body.</param>
    public static string Of(Article article, ArticleBody body)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(body);
        if (article.LiveUpdates.Count == 0)
        {
            return body.Text;
        }

        var all = new StringBuilder(body.Text);
        foreach (var update in article.LiveUpdates.OrderByDescending(u => u.AtUtc).ThenByDescending(u => u.Id))
        {
            Append(all, update.Headline, update.Text);
        }

        return all.ToString();
    }

    /// <summary>Appends an entry.</summary>
    internal static void Append(StringBuilder all, string headline, string text)
    {
        if (headline.Length > 0)
        {
            all.Append('\n').Append(headline);
        }

        all.Append('\n').Append(text);
    }
}
