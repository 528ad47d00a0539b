using System.Globalization;
using System.Text;

namespace NewsPortal.Core.Markup;

/// <summary>
/// A body's pictures stand in it as <c>&lt;img src="picture:N" alt="…"&gt;</c> until a page is made, because where a
/// picture is served from, and in which size, is not the article's business.
/// </summary>
public static class PicturePlaceholders
{
    private const string Opening = "<img src=\"picture:";

    /// <summary>Puts markup in place of every placeholder.</summary>
    /// <param name="body">A rendered body.</param>
    /// <param name="picture">
    /// Given a picture's place in <see cref="RenderedBody.Pictures"/> from 0, what to show for it; null shows nothing, and
    /// the caption stays.
    /// </param>
    public static SafeHtml Fill(SafeHtml body, Func<int, SafeHtml?> picture)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(picture);
        var source = body.Value;
        StringBuilder? filled = null;
        var copied = 0;
        for (var at = Next(source, 0); at >= 0; at = Next(source, copied))
        {
            // The renderer alone writes this tag, and encodes every quotation mark and bracket inside it.
            var end = source.IndexOf('>', at) + 1;
            if (end == 0) break;
            filled ??= new StringBuilder(source.Length + 256);
            filled.Append(source, copied, at - copied);
            var quote = source.IndexOf('"', at + Opening.Length);
            if (int.TryParse(source.AsSpan(at + Opening.Length, quote - at - Opening.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                filled.Append(picture(number)?.Value);
            copied = end;
        }

        return filled is null ? body : new SafeHtml(filled.Append(source, copied, source.Length - copied).ToString());
    }

    /// <summary>Reads <c>picture:N</c>.</summary>
    internal static bool TryReadNumber(string address, out int number)
    {
        number = 0;
        return address.StartsWith("picture:", StringComparison.Ordinal)
            && int.TryParse(address.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static int Next(string source, int from) => source.IndexOf(Opening, from, StringComparison.Ordinal);
}
