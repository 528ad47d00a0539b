using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Exporting;

/// <summary>
/// Writes a stored body as Markdown: what Markdown can say is said in it, the rest stays the HTML that it is. Every block is
/// read back by the importer's own renderer, and one that would not come back the same is written as HTML.
/// </summary>
internal static class MarkdownBody
{
    /// <summary>Writes a body.</summary>
    /// <param name="body">The body, its pictures' addresses filled in.</param>
    /// <param name="asHtml">Everything as HTML.</param>
    public static string Of(string body, bool asHtml)
    {
        using var document = UntrustedHtml.Parse(body);
        var markdown = new StringBuilder();
        foreach (var element in document.Body!.Children)
        {
            markdown.Append(Block(element, asHtml)).Append("\n\n");
        }

        return markdown.ToString().TrimEnd('\n') + "\n";
    }

    private static string Block(IElement element, bool asHtml)
    {
        var html = element.OuterHtml;
        if (asHtml || Written(element) is not { } markdown)
        {
            return html;
        }

        var (wanted, made) = (BodyRenderer.FromHtml(html), BodyRenderer.FromMarkdown(markdown));
        return made.Html.Value == wanted.Html.Value && made.Text == wanted.Text && made.Pictures.SequenceEqual(wanted.Pictures) ? markdown : html;
    }

    private static string? Written(IElement element) => element.LocalName switch
    {
        "p" => Inline(element),
        "h2" or "h3" or "h4" when !element.TextContent.Contains('\n', StringComparison.Ordinal) =>
            new string('#', element.LocalName[1] - '0') + " " + Inline(element),
        "hr" => "---",
        "blockquote" => Prefixed("> ", element),
        "ul" => Items(element, _ => "- "),
        "ol" => Items(element, number => string.Create(CultureInfo.InvariantCulture, $"{number}. ")),
        "pre" => Code(element),
        "figure" => Picture(element),
        _ => null,
    };

    private static string? Prefixed(string prefix, IElement quote)
    {
        var blocks = quote.Children.Select(Written).ToList();
        return blocks.Contains(null) || quote.ChildNodes.OfType<IText>().Any(t => t.Data.Trim().Length > 0)
            ? null
            : string.Join("\n>\n", blocks.Select(b => prefix + b!.Replace("\n", "\n" + prefix, StringComparison.Ordinal)));
    }

    private static string? Items(IElement list, Func<int, string> mark)
    {
        var number = int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        var lines = new List<string>();
        foreach (var item in list.Children)
        {
            // An item of several blocks is HTML: its indents would have to fit its mark.
            if (item.Children.Any(c => c.LocalName is "p" or "ul" or "ol" or "pre" or "table" or "figure" or "blockquote" or "h2" or "h3" or "h4"))
            {
                return null;
            }

            lines.Add(mark(number++) + Inline(item).Replace("\n", "\n   ", StringComparison.Ordinal));
        }

        return string.Join('\n', lines);
    }

    private static string? Code(IElement pre)
    {
        var text = pre.TextContent;
        return text.Contains("```", StringComparison.Ordinal) ? null : $"```\n{text.TrimEnd('\n')}\n```";
    }

    private static string? Picture(IElement figure)
    {
        if (figure.QuerySelector("img") is not { } image || figure.QuerySelector("figcaption *") is not null || image.GetAttribute("src") is not { } src || src.Any(c => c is ' ' or '(' or ')' or '<'))
        {
            return null;
        }

        var caption = figure.QuerySelector("figcaption")?.TextContent;
        return $"![{Escaped(image.GetAttribute("alt") ?? string.Empty)}]({src}{(caption is null ? string.Empty : $" \"{caption.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"")})";
    }

    private static string Inline(IElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.ChildNodes)
        {
            Append(text, node);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, INode node)
    {
        switch (node)
        {
            case IText run:
                text.Append(Escaped(run.Data));
                break;
            case IElement { LocalName: "br" }:
                text.Append("\\\n");
                break;
            case IElement { LocalName: "strong" } strong:
                text.Append("**").Append(Inline(strong)).Append("**");
                break;
            case IElement { LocalName: "em" } em:
                text.Append('*').Append(Inline(em)).Append('*');
                break;
            case IElement { LocalName: "code" } code when !code.TextContent.Contains('`', StringComparison.Ordinal):
                text.Append('`').Append(code.TextContent).Append('`');
                break;
            case IElement { LocalName: "a" } link when link.GetAttribute("href") is { } href && !href.Any(c => c is ' ' or '(' or ')' or '<' or '>' or '\\'):
                text.Append('[').Append(Inline(link)).Append("](").Append(href).Append(')');
                break;
            case IElement other:
                text.Append('<').Append(other.LocalName).Append('>').Append(Inline(other)).Append("</").Append(other.LocalName).Append('>');
                break;
        }
    }

    // At the start of a line more signs mean something; there an HTML block stands where the text begins with one.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            escaped.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '&' or '~' or '|' ? "\\" : string.Empty).Append(c);
        }

        return escaped.ToString();
    }
}
