using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Elements that attributes or their name hide, and cards that open over a name in the text. One that holds most of the page's text waits for a script and counts as shown.</summary>
internal sealed class HiddenParts
{
    private readonly HashSet<IElement> _elements;

    private HiddenParts(HashSet<IElement> elements) => _elements = elements;

    /// <summary>Finds those of a page.</summary>
    /// <param name="root">Its body.</param>
    public static HiddenParts Find(IElement root)
    {
        var hidden = root.QuerySelectorAll("[hidden],[style],[aria-hidden='true'],noscript").Where(e => e.LocalName == "noscript" || ElementHints.IsHidden(e)).ToHashSet();
        hidden.UnionWith(root.QuerySelectorAll("p span").Where(IsCard));
        if (hidden.Count == 0)
        {
            return new HiddenParts(hidden);
        }

        var whole = Letters(root);
        hidden.RemoveWhere(e => Letters(e) * 3 > whole);
        return new HiddenParts(hidden);
    }

    /// <summary>True where an element is one of them.</summary>
    /// <param name="element">An element of the page.</param>
    public bool Contains(IElement element) =>
        // What a set asks of an element costs more than all this, and most have neither name nor attribute of one that may be hidden.
        _elements.Count > 0 && (element.LocalName is "noscript" or "span" || element.HasAttribute("style") || element.HasAttribute("hidden") || element.HasAttribute("aria-hidden"))
        && _elements.Contains(element);

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
