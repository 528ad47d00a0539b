using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Publishing.Words;

/// <summary>Holds an edit against the publisher's list.</summary>
public static class CheckedEdit
{
    /// <summary>The words of the list in what readers would see: headline, kicker, subheadline, summary and text.</summary>
    /// <param name="finder">The list.</param>
    /// <param name="edit">The edit.</param>
    /// <exception cref="ArticleEditException">The text is too long.</exception>
    public static IReadOnlyList<WordHit> Hits(this WordFinder finder, ArticleEdit edit)
    {
        ArgumentNullException.ThrowIfNull(finder);
        ArgumentNullException.ThrowIfNull(edit);
        return finder.IsEmpty ? [] : finder.Hits([edit.Headline, edit.Kicker, edit.Subheadline, edit.Summary, EditedText.Render(edit).Text]);
    }

    /// <summary>The words of the list in a stored article. Nobody looks at each article of many: one that has such words is opened first.</summary>
    /// <param name="finder">The list.</param>
    /// <param name="article">The article.</param>
    /// <param name="text">Its text.</param>
    public static IReadOnlyList<WordHit> Hits(this WordFinder finder, Article article, string text)
    {
        ArgumentNullException.ThrowIfNull(finder);
        ArgumentNullException.ThrowIfNull(article);
        return finder.Hits([article.Headline, article.Kicker, article.Subheadline, article.Summary, text]);
    }

    /// <summary>A text with one word put right, as HTML: in what is read, never in an address.</summary>
    /// <param name="finder">The list.</param>
    /// <param name="text">The text.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="wrong">The word.</param>
    /// <exception cref="ArticleEditException">The text is too long.</exception>
    public static string Replace(this WordFinder finder, string text, BodyFormat format, string wrong)
    {
        ArgumentNullException.ThrowIfNull(finder);
        using var document = new HtmlParser().ParseDocument(EditableHtml.Of(text, format));
        foreach (var run in document.Body!.GetNodes<IText>())
        {
            var put = finder.Replace(run.Data, wrong);
            if (put != run.Data)
            {
                run.Data = put;
            }
        }

        return document.Body!.InnerHtml;
    }
}
