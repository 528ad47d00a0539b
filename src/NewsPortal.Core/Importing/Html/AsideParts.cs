using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Marks the blocks that stand in parts which their markup calls comments, menus, lists or adverts.</summary>
internal static class AsideParts
{
    /// <summary>Marks them; a part that holds most of the page's prose is the article, whatever it is called.</summary>
    public static void Mark(IReadOnlyList<PageBlock> blocks, IElement root)
    {
        var prose = new Dictionary<IElement, int>();
        var whole = 0;
        foreach (var block in blocks.Where(b => b.IsProse))
        {
            whole += block.Weight;
            for (var element = block.Owner; element is not null; element = element.ParentElement)
            {
                prose[element] = prose.GetValueOrDefault(element) + block.Weight;
            }
        }

        var verdicts = new Dictionary<IElement, bool>();
        foreach (var block in blocks)
        {
            block.IsAside = IsAside(block.Owner, root, prose, whole, verdicts);
        }
    }

    private static bool IsAside(IElement element, IElement root, Dictionary<IElement, int> prose, int whole, Dictionary<IElement, bool> verdicts)
    {
        if (verdicts.TryGetValue(element, out var known))
        {
            return known;
        }

        var isAside = element != root
            && ((element.ParentElement is { } parent && IsAside(parent, root, prose, whole, verdicts))
                || (prose.GetValueOrDefault(element) * 2 < whole && ElementHints.SaysAside(element)));
        verdicts[element] = isAside;
        return isAside;
    }
}
