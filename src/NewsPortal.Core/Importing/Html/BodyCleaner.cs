using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Takes out of the body's element what was not chosen, and joins pictures with their captions.</summary>
internal static partial class BodyCleaner
{
    public static void Clean(HtmlPage page, IReadOnlyList<PageBlock> kept)
    {
        var texts = kept.SelectMany(b => b.Nodes.Select(n => (Node: n, Block: b))).DistinctBy(t => t.Node).ToDictionary(t => t.Node, t => t.Block);
        var dropped = new DroppedParts(page.Body);
        DropPlayers(page, texts, dropped);
        foreach (var element in page.Body.QuerySelectorAll("script,style,noscript,template,form,input,select,textarea,button,nav,svg,link,meta"))
        {
            if (!element.Descendants<IText>().Any(texts.ContainsKey))
            {
                dropped.Add(element);
            }
        }

        foreach (var text in page.Body.Descendants<IText>().Where(t => !texts.ContainsKey(t)).ToList())
        {
            text.Data = string.IsNullOrWhiteSpace(text.Data) ? text.Data : " ";
        }

        DropPictures(texts, dropped);
        JoinCaptions(texts, dropped);
        dropped.Hide();
    }

    // A film or sound between the paragraphs is part of the article and becomes a link; frames round it are adverts,
    // counters and buttons for sharing.
    private static void DropPlayers(HtmlPage page, Dictionary<IText, PageBlock> texts, DroppedParts dropped)
    {
        // Counted in one walk: to compare two nodes' places in the tree looks through all their neighbours.
        var (place, last) = (0, -1);
        var players = new List<(IElement Player, int Place)>();
        foreach (var node in page.Body.Descendants())
        {
            place++;
            if (node is IText text && texts.ContainsKey(text))
            {
                last = place;
            }
            else if (node is IElement { LocalName: "iframe" or "object" or "embed" or "video" or "audio" or "amp-iframe" or "amp-video" or "amp-audio" } player)
            {
                players.Add((player, place));
            }
        }

        foreach (var (player, at) in players)
        {
            if (at > last || IsTiny(player) || (player.GetAttribute("src") is { } src && Advert().IsMatch(src)) || ElementHints.IsHidden(player) || dropped.IsInAside(player))
            {
                dropped.Add(player);
            }
        }
    }

    private static bool IsTiny(IElement frame)
    {
        const int smallest = 60;
        return Size("width") is < smallest || Size("height") is < smallest;

        int? Size(string name) => int.TryParse(frame.GetAttribute(name), out var pixels) ? pixels : null;
    }

    // Pictures of menus, lists and adverts go with the text that was taken out round them.
    private static void DropPictures(Dictionary<IText, PageBlock> texts, DroppedParts dropped)
    {
        const int mostAhead = 3;
        const int mostBehind = 2;
        var pictures = new List<(IElement Picture, int TextsBefore)>();
        var count = 0;
        foreach (var node in dropped.Rest())
        {
            if (node is IText text && texts.ContainsKey(text))
            {
                count++;
            }
            else if (node is IElement { LocalName: "img" or "picture" or "amp-img" or "amp-anim" } picture)
            {
                pictures.Add((picture, count));
            }
        }

        var (ahead, behind) = (0, 0);
        var explained = new Dictionary<IElement, bool>();
        foreach (var (picture, before) in pictures)
        {
            if (!IsExplained(picture) && (dropped.IsInAside(picture) || (before == 0 && ++ahead > mostAhead) || (before == count && ++behind > mostBehind)))
            {
                dropped.Add(picture);
            }
        }

        bool IsExplained(IElement picture)
        {
            if (picture.Closest("figure") is not { } figure)
            {
                return false;
            }

            return explained.TryGetValue(figure, out var known) ? known : explained[figure] = figure.Descendants<IText>().Any(texts.ContainsKey);
        }
    }

    private static void JoinCaptions(Dictionary<IText, PageBlock> texts, DroppedParts dropped)
    {
        var pairs = new List<(IElement Image, PageBlock Caption)>();
        IElement? image = null;
        foreach (var node in dropped.Rest())
        {
            if (node is IElement { LocalName: "img" or "amp-img" or "amp-anim" } found && !IsIn(found, "figure"))
            {
                image = found;
            }
            else if (node is IText text && texts.TryGetValue(text, out var block) && text.Data.AsSpan().Trim().Length > 0)
            {
                if (image is not null && IsCaption(block))
                {
                    pairs.Add((image, block));
                }

                image = null;
            }
        }

        foreach (var (picture, caption) in pairs)
        {
            Join(picture, caption);
        }
    }

    private static bool IsCaption(PageBlock block)
    {
        const int longest = 90;
        if (block.IsHeading || block.Weight > longest || IsIn(block.Owner, "figcaption"))
        {
            return false;
        }

        return block.Role == LineRole.Caption || ElementHints.SaysCaption(block.Owner)
            || (block.Owner.ParentElement is { } parent && ElementHints.SaysCaption(parent)) || (block.Weight <= 60 && IsSetApart(block));
    }

    // Centred or small print right below a picture.
    private static bool IsSetApart(PageBlock block)
    {
        var style = block.Owner.GetAttribute("style") ?? string.Empty;
        return block.Owner.GetAttribute("align") is "center"
            || style.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("text-align:center", StringComparison.OrdinalIgnoreCase)
            || block.Owner.LocalName == "center" || block.Nodes.All(n => n.ParentElement is { LocalName: "small" });
    }

    private static void Join(IElement image, PageBlock caption)
    {
        var document = image.Owner!;
        var figure = document.CreateElement("figure");
        var line = document.CreateElement("figcaption");
        line.TextContent = CaptionLine.Of(caption.Text) ?? caption.Text;
        image.Replace(figure);
        figure.Append(image, line);
        foreach (var node in caption.Nodes)
        {
            node.Data = string.Empty;
        }
    }

    private static bool IsIn(IElement element, string name)
    {
        for (var parent = element; parent is not null; parent = parent.ParentElement)
        {
            if (parent.LocalName == name)
            {
                return true;
            }
        }

        return false;
    }

    // What advertising systems call themselves in their addresses.
    [GeneratedRegex(@"/(?:ads?|banners?)[/?]|[/.]ad(?:s|v|verts?|client|server|show|view)[./?]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Advert();
}
