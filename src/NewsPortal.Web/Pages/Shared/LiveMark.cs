using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Wording;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>The mark before the headline of an article that reports live, in lists; nothing before any other.</summary>
/// <param name="article">The article: what tells it are columns of its own.</param>
/// <param name="site">The site.</param>
public sealed class LiveMark(Article article, SiteSnapshot site) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        if (article.IsLive)
        {
            writer.Write("<span class=\"live-mark\">");
            encoder.Encode(writer, site.Words.Live);
            writer.Write("</span> ");
        }
    }
}
