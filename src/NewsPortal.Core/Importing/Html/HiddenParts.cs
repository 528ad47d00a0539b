using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Elements that attributes or their name hide. One that holds most of the page's text waits for a script and counts as shown.</summary>
internal static class HiddenParts
{
    public static HashSet<IElement> Find(IElement root)
    {
        var hidden = root.QuerySelectorAll("[hidden],[style],[aria-hidden='true'],noscript").Where(e => e.LocalName == "noscript" || ElementHints.IsHidden(e)).ToHashSet();
        if (hidden.Count == 0)
        {
            return hidden;
        }

        var whole = Letters(root);
        hidden.RemoveWhere(e => Letters(e) * 3 > whole);
        return hidden;
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
