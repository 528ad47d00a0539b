using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Elements that attributes or their name hide, and cards that open over a name in the text. One that holds most of the page's text waits for a script and counts as shown.</summary>
internal static class HiddenParts
{
    public static HashSet<IElement> Find(IElement root)
    {
        var hidden = root.QuerySelectorAll("[hidden],[style],[aria-hidden='true'],noscript").Where(e => e.LocalName == "noscript" || ElementHints.IsHidden(e)).ToHashSet();
        hidden.UnionWith(root.QuerySelectorAll("p span").Where(IsCard));
        if (hidden.Count == 0)
        {
            return hidden;
        }

        var whole = Letters(root);
        hidden.RemoveWhere(e => Letters(e) * 3 > whole);
        return hidden;
    }

    // A name in a sentence that carries a card with a picture and several links to other articles: shown by a script only.
    private static bool IsCard(IElement span)
    {
        const int fewestLinks = 3;
        const int fewestLetters = 60;
        if (span.FirstElementChild is null || span.QuerySelector("img") is null)
        {
            return false;
        }

        var links = span.QuerySelectorAll("a");
        var linked = links.Sum(a => a.TextContent.Trim().Length);
        return links.Length >= fewestLinks && linked >= fewestLetters && linked * 10 >= span.TextContent.Trim().Length * 9 && span.ParentElement is { } parent
            && parent.Children.Any(c => c != span && c.LocalName == "a");
    }

    private static int Letters(IElement element)
    {
        var count = 0;
        foreach (var paragraph in element.QuerySelectorAll("p"))
        {
            count += paragraph.TextContent.Length;
        }

        return Math.Max(count, 1);
    }
}
