using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Wording;

/// <summary>What language a site speaks.</summary>
public static class SiteWords
{
    /// <param name="site">The site.</param>
    extension(SiteSnapshot site)
    {
        /// <summary>The words of its pages.</summary>
        public Words Words => Wording.Words.In(site.Settings.Language);

        /// <summary>The language of an article's own words, for <c>lang</c>; null where it is the site's.</summary>
        /// <param name="article">The article.</param>
        public string? LanguageOf(Article article) => article.Language == site.Settings.Language ? null : article.Language;
    }
}
