using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>What an element's name, class and id say of its content. Hints only: text decides where they disagree.</summary>
internal static partial class ElementHints
{
    private const int LongestName = 400;

    /// <summary>True where they say that it is something else than an article: comments, menus, sharing, lists, adverts.</summary>
    public static bool SaysAside(IElement element)
    {
        if (element.LocalName is "nav" or "aside" or "footer" or "form" or "button" or "dialog" or "menu"
            or "amp-sidebar" or "amp-ad" or "amp-sticky-ad" or "amp-social-share" or "amp-user-notification" or "amp-consent" or "amp-lightbox")
        {
            return true;
        }

        if (element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "dialog" or "search" or "banner" or "menu")
        {
            return true;
        }

        var names = Names(element);
        return names.Length > 0 && Aside().IsMatch(names);
    }

    /// <summary>True where they say that readers' comments stand in it.</summary>
    public static bool SaysComments(IElement element) => Names(element) is { Length: > 0 } names && Comments().IsMatch(names);

    /// <summary>How much they speak for the article's body, from 0 to 2.</summary>
    public static int SaysBody(IElement element)
    {
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
        {
            return 2;
        }

        if (element.LocalName is "article" or "main")
        {
            return 1;
        }

        var names = Names(element);
        return names.Length == 0 ? 0 : StrongBody().IsMatch(names) ? 2 : WeakBody().IsMatch(names) ? 1 : 0;
    }

    /// <summary>True where its class says that it explains a picture.</summary>
    public static bool SaysCaption(IElement element) => element.LocalName is "figcaption" || (Names(element) is { Length: > 0 } names && Caption().IsMatch(names));

    /// <summary>True where its class or id says that it names the writer.</summary>
    public static bool SaysWriter(IElement element) => Names(element) is { Length: > 0 } names && Writer().IsMatch(names);

    /// <summary>True where an attribute hides it from readers.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is { Length: > 0 and < 2000 } && Hidden().IsMatch(style);
    }

    // camelCase, under_scores and dashes all become words between blanks.
    private static string Names(IElement element)
    {
        var name = element.ClassName + " " + element.Id;
        if (name.Length is <= 1 or > LongestName)
        {
            return string.Empty;
        }

        // Asked of every element of a page several times, so without a pattern.
        Span<char> words = stackalloc char[2 * LongestName];
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (IsJoint(c))
            {
                if (i == 0 || !IsJoint(name[i - 1])) words[length++] = ' ';
                continue;
            }

            if (char.IsAsciiLetterUpper(c) && i > 0 && (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1]))) words[length++] = ' ';
            words[length++] = char.ToLowerInvariant(c);
        }

        return new string(words[..length]);
    }

    private static bool IsJoint(char c) => c is '-' or '_' or ':';

    [GeneratedRegex(
        @"(?:^|\s)(?:comments?|commentlist|reply|replies|respond|disqus\w*|livefyre|footer|foot|sidebar|side|rail|nav|navbar|navigation|menu|breadcrumbs?|crumbs?|share|sharing|sharebar|shares|social|sns|bdshare\w*|related|recommend|recommended|recommendation|recommendations|promo|promos|promotion|newsletter|subscribe|subscription|signup|advert|adverts|advertisement|advertising|ad|ads|adsense|gg|guanggao|sponsor|sponsored|outbrain|taboola|popup|modal|cookie|cookies|consent|gdpr|login|toolbar|tools|rank|ranking|paihang|hotnews|tuijian|xgxw|xgyd|pinglun|pages|pager|pagination|prevnext|copyright|disclaimer|trending|popular|widget|widgets|teaser|teasers|carousel|slider|player|playlist|noprint|skip|masthead|paywall|qrcode|ewm|erweima|statement|feedback|tag|tags|keywords|toc|print|utility|sidebar\w*|rightcol|rightbar|leftcol|links|blogroll|archive|archives|calendar|correlation|morenews|readmore|upnext|follow|gallery|slideshow|lightbox|thumbs|author\s?bio|authorbox|bio|about\s?author)(?=\s|$)|(?:^|\s)(?:related|recommend|share|comment(?!ar(?:y|ies))|sidebar|footer|advert|newsletter)\w*(?=\s|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?:^|\s)(?:comment(?!ar(?:y|ies))\w*|repl(?:y|ies)|respond|disqus\w*|livefyre|pinglun|gentie|feedback)(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?:article|story|post|entry|news|content|text|main)\s?(?:body|content|text|detail|con|txt)(?:\s|$)|(?:^|\s)(?:articlebody|articlecontent|artibody|entry content|rich media content|zhengwen|trs editor)(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex StrongBody();

    [GeneratedRegex(@"(?:^|\s)(?:article|content|text|main|story|body|entry|post|detail|con|news|cont|artical)(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex WeakBody();

    [GeneratedRegex(@"(?:^|\s)(?:caption|captions|figcaption|imgdesc|img desc|pic desc|pic title|picnote|picinfo|image desc|photo desc|picture caption|tuzhu|pictext|wp caption text)(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"(?:^|\s)(?:byline\w*|authors?|author\s?name|article\s?author|writtenby|written by|contributor|p author)(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Writer();

    [GeneratedRegex(@"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}
