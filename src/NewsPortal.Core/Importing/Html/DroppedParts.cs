using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>
/// Elements of a body that no reader shall see. They stay in the tree and are hidden in it: to take one out looks through
/// all its neighbours, which costs a page of 30,000 frames half a minute.
/// </summary>
/// <param name="body">The element that holds the body.</param>
internal sealed class DroppedParts(IElement body)
{
    private const int ShortText = 40;

    private readonly HashSet<IElement> _dropped = [];
    private readonly Dictionary<IElement, bool> _asides = [];

    /// <summary>Drops an element with all that stands in it.</summary>
    public void Add(IElement element) => _dropped.Add(element);

    /// <summary>What is left of the body, in document order.</summary>
    public IEnumerable<INode> Rest()
    {
        var open = new Stack<(INode Parent, int Next)>();
        open.Push((body, 0));
        while (open.TryPop(out var at))
        {
            // By index: the tree looks for a node's next sibling from the first one on.
            if (at.Next >= at.Parent.ChildNodes.Length)
            {
                continue;
            }

            open.Push((at.Parent, at.Next + 1));
            var node = at.Parent.ChildNodes[at.Next];
            if (node is IElement element && _dropped.Contains(element))
            {
                continue;
            }

            yield return node;
            open.Push((node, 0));
        }
    }

    /// <summary>True inside a part of few words that its markup calls something else than the article.</summary>
    public bool IsInAside(IElement element)
    {
        for (var parent = element.ParentElement; parent is not null && parent != body; parent = parent.ParentElement)
        {
            if (!_asides.TryGetValue(parent, out var isAside))
            {
                _asides[parent] = isAside = ElementHints.SaysAside(parent) && parent.TextContent.AsSpan().Trim().Length < ShortText;
            }

            if (isAside)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Shows what was chosen, although the page waits for a script to show it, and hides what was dropped.</summary>
    public void Hide()
    {
        foreach (var element in body.QuerySelectorAll("[hidden],[style]").Prepend(body))
        {
            element.RemoveAttribute("hidden");
            element.RemoveAttribute("style");
        }

        foreach (var element in _dropped)
        {
            element.SetAttribute("hidden", string.Empty);
        }
    }
}
