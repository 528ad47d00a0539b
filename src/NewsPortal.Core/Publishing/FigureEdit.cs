using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsPortal.Core.Publishing;

/// <summary>What an editor says of one picture of the text, beside the text.</summary>
/// <param name="Address">The picture, as the text names it. One that stands there twice is meant both times.</param>
public sealed record FigureEdit(string Address)
{
    /// <summary>What a screen reader says; null leaves it to the text.</summary>
    public string? AltText { get; init; }

    /// <summary>What is printed under it, as plain text; null leaves it to the text.</summary>
    public string? Caption { get; init; }

    /// <summary>Who made it; null leaves it as it is, an empty one takes it away.</summary>
    public string? Credit { get; init; }

    /// <summary>It says nothing and needs no words; null leaves it as it is.</summary>
    public bool? IsDecorative { get; init; }
}

/// <summary>Puts what is said of pictures into an edit.</summary>
public static class FigureEdits
{
    /// <summary>An edit with it: alternative texts and captions in its text, credits and choices beside it.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="figures">What is said.</param>
    /// <exception cref="ArticleEditException">The text is too long.</exception>
    public static ArticleEdit With(this ArticleEdit edit, IReadOnlyCollection<FigureEdit> figures)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count == 0)
        {
            return edit;
        }

        var said = figures.GroupBy(f => f.Address, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Last(), StringComparer.Ordinal);
        var rendered = EditedText.Render(edit);
        if (said.Values.Any(f => f.AltText is not null || f.Caption is not null))
        {
            edit = edit with { Body = Worded(EditableHtml.Of(rendered), said), Format = BodyFormat.Html };
        }

        var places = rendered.Pictures.Select(p => said.GetValueOrDefault(p.Src ?? string.Empty)).ToList();
        return edit with { Credits = [.. places.Select(p => p?.Credit)], Decorative = [.. places.Select(p => p?.IsDecorative)] };
    }

    private static string Worded(string html, Dictionary<string, FigureEdit> said)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var image in document.QuerySelectorAll("figure > img"))
        {
            if (!said.TryGetValue(image.GetAttribute("src") ?? string.Empty, out var figure))
            {
                continue;
            }

            if (figure.AltText is { } alt)
            {
                image.SetAttribute("alt", alt.Trim());
            }

            if (figure.Caption is { } caption)
            {
                Caption(image.ParentElement!, caption.Trim());
            }
        }

        return document.Body!.InnerHtml;
    }

    private static void Caption(IElement figure, string words)
    {
        var caption = figure.QuerySelector("figcaption");
        if (words.Length == 0)
        {
            caption?.Remove();
            return;
        }

        // Words that stay keep the links and emphasis in them.
        if (caption is null)
        {
            figure.AppendChild(caption = figure.Owner!.CreateElement("figcaption"));
        }

        if (caption.TextContent != words)
        {
            caption.TextContent = words;
        }
    }
}
