using AngleSharp.Dom;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Html;

/// <summary>
/// Finds the element that holds the article: prose counts for every element round it, menus, lists and footers count
/// against them, and the smallest element with the highest sum wins.
/// </summary>
internal static class BodyElement
{
    /// <summary>Finds it; null where the page holds no prose.</summary>
    public static IElement? Find(IReadOnlyList<PageBlock> blocks, IElement body)
    {
        var sums = new Dictionary<IElement, double>();
        foreach (var block in blocks)
        {
            var score = Score(block);
            for (var element = block.Owner; element is not null && score != 0; element = element.ParentElement)
            {
                sums[element] = sums.GetValueOrDefault(element) + score;
            }
        }

        var best = sums.Where(s => s.Value > 0).Select(s => (Element: s.Key, Sum: s.Value * Weighted(s.Key))).OrderByDescending(s => s.Sum).FirstOrDefault();
        if (best.Element is null)
        {
            return null;
        }

        var chosen = Deepen(best.Element, sums);
        while (IsParagraph(chosen) && chosen.ParentElement is { } parent)
        {
            chosen = parent;
        }

        return chosen.LocalName is "html" ? body : chosen;
    }

    /// <summary>A page that says little and nothing else: its <c>article</c>, else the whole of it; null for a page of menus.</summary>
    public static IElement? OfFew(IReadOnlyList<PageBlock> blocks, IElement body)
    {
        const int few = 8;
        var own = blocks.Where(b => !b.IsAside && b.Role is LineRole.Short or LineRole.Prose or LineRole.Heading or LineRole.Caption).ToList();
        return body.QuerySelector("article") is { } article && own.Exists(b => article.Contains(b.Owner)) ? article
            : own.Count > 0 && blocks.Count <= few && own.Exists(b => b.LinkShare < 0.5) ? body : null;
    }

    private static double Score(PageBlock block)
    {
        const int mostForOne = 250;
        if (block.IsAside)
        {
            return -Math.Min(40, Math.Max(2, block.Weight / 4));
        }

        return block.Role switch
        {
            LineRole.Prose => block.IsProse ? Math.Min(block.Weight, mostForOne) * (1 - block.LinkShare) : -10,
            LineRole.Short => block.LinkShare > 0.5 ? -4 : block.IsHeading ? 0 : -1,
            LineRole.Meta or LineRole.Editor => -2,
            LineRole.Tool or LineRole.Tags => -4,
            LineRole.Disclaimer => -8,
            LineRole.Breadcrumb => -10,
            LineRole.ListHeading => -15,
            LineRole.End => -25,
            _ => 0,
        };
    }

    // A name such as articleBody may tip the scales between an element and the one round it, never more.
    private static double Weighted(IElement element) => 1 + (ElementHints.SaysBody(element) * 0.03);

    // A paragraph with breaks looks like a body of its own; the article is what it stands in.
    private static bool IsParagraph(IElement element) => element.LocalName is "p" or "span" or "font" or "li" or "blockquote" or "b" or "strong" or "em" or "a" or "pre";

    private static IElement Deepen(IElement element, Dictionary<IElement, double> sums)
    {
        const int oneShortSentence = 16;
        while (true)
        {
            var child = element.Children.Where(sums.ContainsKey).MaxBy(c => sums[c]);
            if (child is null || sums[child] < sums[element] - oneShortSentence || IsParagraph(child))
            {
                return element;
            }

            element = child;
        }
    }
}
