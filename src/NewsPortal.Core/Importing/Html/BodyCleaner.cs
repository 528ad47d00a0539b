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
        DropPlayers(page, texts);
        foreach (var element in page.Body.QuerySelectorAll("script,style,noscript,template,form,input,select,textarea,button,nav,svg,link,meta").ToList())
        {
            if (!element.Descendants<IText>().Any(texts.ContainsKey))
            {
                element.Remove();
            }
        }

        foreach (var text in page.Body.Descendants<IText>().Where(t => !texts.ContainsKey(t)).ToList())
        {
            text.Data = string.IsNullOrWhiteSpace(text.Data) ? text.Data : " ";
        }

        DropPictures(page, texts);
        JoinCaptions(page, texts);
        Unhide(page.Body);
    }

    // A film or sound between the paragraphs is part of the article and becomes a link; frames round it are adverts,
    // counters and buttons for sharing.
    private static void DropPlayers(HtmlPage page, Dictionary<IText, PageBlock> texts)
    {
        var last = page.Body.Descendants<IText>().LastOrDefault(texts.ContainsKey);
        foreach (var player in page.Body.QuerySelectorAll("iframe,object,embed,video,audio").ToList())
        {
            var isBehind = last is null || (last.CompareDocumentPosition(player) & DocumentPositions.Following) != 0;
            if (isBehind || IsTiny(player) || (player.GetAttribute("src") is { } src && Advert().IsMatch(src)) || ElementHints.IsHidden(player) || IsInAside(player, page.Body))
            {
                player.Remove();
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
    private static void DropPictures(HtmlPage page, Dictionary<IText, PageBlock> texts)
    {
        const int mostAhead = 3;
        const int mostBehind = 2;
        var pictures = new List<(IElement Picture, int TextsBefore)>();
        var count = 0;
        foreach (var node in page.Body.Descendants())
        {
            if (node is IText text && texts.ContainsKey(text))
            {
                count++;
            }
            else if (node is IElement { LocalName: "img" or "picture" } picture)
            {
                pictures.Add((picture, count));
            }
        }

        var (ahead, behind) = (0, 0);
        foreach (var (picture, before) in pictures)
        {
            var isLoose = picture.Closest("figure") is not { } figure || !figure.Descendants<IText>().Any(texts.ContainsKey);
            if (isLoose && (IsInAside(picture, page.Body) || (before == 0 && ++ahead > mostAhead) || (before == count && ++behind > mostBehind)))
            {
                picture.Remove();
            }
        }
    }

    private static bool IsInAside(IElement element, IElement body)
    {
        for (var parent = element.ParentElement; parent is not null && parent != body; parent = parent.ParentElement)
        {
            if (ElementHints.SaysAside(parent) && parent.TextContent.AsSpan().Trim().Length < 40)
            {
                return true;
            }
        }

        return false;
    }

    private static void JoinCaptions(HtmlPage page, Dictionary<IText, PageBlock> texts)
    {
        var pairs = new List<(IElement Image, PageBlock Caption)>();
        IElement? image = null;
        foreach (var node in page.Body.Descendants())
        {
            if (node is IElement { LocalName: "img" } found && !IsIn(found, "figure"))
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

    // What was chosen is shown, although the page waits for a script to show it.
    private static void Unhide(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("[hidden],[style]").Prepend(body))
        {
            element.RemoveAttribute("hidden");
            element.RemoveAttribute("style");
        }
    }

    // What advertising systems call themselves in their addresses.
    [GeneratedRegex(@"/(?:ads?|banners?)[/?]|[/.]ad(?:s|v|verts?|client|server|show|view)[./?]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Advert();
}
