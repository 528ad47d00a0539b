using System.Globalization;
using System.Text;

namespace NewsPortal.Core.Markup;

/// <summary>A picture in several sizes and formats, for the browser to choose from.</summary>
/// <param name="Path">Root-relative address for browsers that choose nothing.</param>
/// <param name="Width">In pixels, so that the page does not jump when it arrives.</param>
/// <param name="Height">In pixels.</param>
/// <param name="AltText">What a screen reader says; empty where something beside it says the same.</param>
public sealed record PictureElement(string Path, int Width, int Height, string AltText)
{
    /// <summary>Media type and addresses with their widths, the best format first.</summary>
    public IReadOnlyList<(string MediaType, string Addresses)> Formats { get; init; } = [];

    /// <summary>Addresses with their widths in the format that every browser knows; empty where there is one size.</summary>
    public string Addresses { get; init; } = string.Empty;

    /// <summary>How wide it is shown, as <c>sizes</c> says it.</summary>
    public string Sizes { get; init; } = "100vw";

    /// <summary>Class of the colour that stands in its place until it arrives; null for none.</summary>
    public string? Tone { get; init; }

    /// <summary>It stands at the top of the page and is fetched first; all others are fetched when they are about to be seen.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The markup: <c>picture</c> where there is a choice, else <c>img</c>.</summary>
    public SafeHtml Render()
    {
        var html = new StringBuilder();
        if (Formats.Count > 0)
        {
            html.Append("<picture>");
            foreach (var (type, addresses) in Formats)
            {
                Attribute(html.Append("<source"), "type", type);
                Attribute(html, "srcset", addresses);
                Attribute(html, "sizes", Sizes);
                html.Append('>');
            }
        }

        Attribute(html.Append("<img"), "src", Path);
        if (Addresses.Length > 0)
        {
            Attribute(html, "srcset", Addresses);
            Attribute(html, "sizes", Sizes);
        }

        html.Append(CultureInfo.InvariantCulture, $" width=\"{Width}\" height=\"{Height}\"");
        Attribute(html, "alt", AltText);
        if (Tone is not null)
        {
            Attribute(html, "class", Tone);
        }

        html.Append(IsFirst ? " loading=\"eager\" fetchpriority=\"high\" decoding=\"async\">" : " loading=\"lazy\" decoding=\"async\">");
        return new SafeHtml(html.Append(Formats.Count > 0 ? "</picture>" : string.Empty).ToString());
    }

    private static void Attribute(StringBuilder html, string name, string value)
    {
        html.Append(' ').Append(name).Append("=\"");
        SafeText.AppendEncoded(html, value);
        html.Append('"');
    }
}
