using System.Globalization;
using System.Text;

namespace NewsPortal.Core.Markup;

/// <summary>Plain text as markup: every character is shown, none is obeyed.</summary>
public static class SafeText
{
    /// <summary>Encodes text so that it may stand between tags and in a double-quoted attribute.</summary>
    /// <param name="text">Any text; control characters and others that XML 1.0 cannot hold are left out, a lone surrogate becomes U+FFFD.</param>
    public static SafeHtml Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new StringBuilder(text.Length + 16);
        AppendEncoded(html, text);
        return new SafeHtml(html.ToString());
    }

    /// <summary>A picture of this site.</summary>
    /// <param name="path">Its root-relative address.</param>
    /// <param name="width">In pixels, so that the page does not jump when it arrives.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="alt">What a screen reader says; may be empty.</param>
    /// <param name="eager">True for a picture at the top of a page; all others load when they are about to be seen.</param>
    /// <exception cref="ArgumentException">The path is not root-relative.</exception>
    public static SafeHtml Image(string path, int width, int height, string alt, bool eager)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(alt);
        if (path is not ['/', not ('/' or '\\'), ..]) throw new ArgumentException("A picture's address is root-relative.", nameof(path));
        var html = new StringBuilder("<img src=\"");
        AppendEncoded(html, path);
        html.Append(CultureInfo.InvariantCulture, $"\" width=\"{width}\" height=\"{height}\" alt=\"");
        AppendEncoded(html, alt);
        html.Append(eager ? "\">" : "\" loading=\"lazy\" decoding=\"async\">");
        return new SafeHtml(html.ToString());
    }

    /// <summary>A picture where the original keeps it; for reports, never for a reader's page.</summary>
    /// <returns>Nothing where the address is neither http, https nor relative.</returns>
    internal static SafeHtml OriginalImage(string address, string? alt)
    {
        if (LinkAddress.ForPicture(address) is not { } safe) return SafeHtml.Empty;
        var html = new StringBuilder("<img src=\"");
        AppendEncoded(html, safe);
        html.Append("\" alt=\"");
        AppendEncoded(html, alt);
        return new SafeHtml(html.Append("\">").ToString());
    }

    internal static void AppendEncoded(StringBuilder html, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                case '\r': html.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                        html.Append(c).Append(text[++i]);
                    else if (char.IsSurrogate(c)) html.Append('\uFFFD');
                    else if (!IsForbidden(c)) html.Append(c);
                    break;
            }
        }
    }

    /// <summary>The text without the characters that markup and feeds cannot hold.</summary>
    internal static string WithoutForbidden(string text)
    {
        if (!text.Any(c => IsForbidden(c) || char.IsSurrogate(c))) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) kept.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c)) kept.Append('\uFFFD');
            else if (!IsForbidden(c)) kept.Append(c);
        }

        return kept.ToString();
    }

    // XML 1.0 section 2.2, and the C1 controls, which no text means to hold.
    private static bool IsForbidden(char c) =>
        (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f')) || c is (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF';
}
