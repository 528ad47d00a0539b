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
    /// Given a picture's place in <see cref="RenderedBody.Pictures"/> from 0, what to show for it; null shows nothing: the
    /// caption stays, and where there is none no empty frame does.
    /// </param>
    public static SafeHtml Fill(SafeHtml body, Func<int, SafeHtml?> picture)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(picture);
        var source = body.Value;
        StringBuilder? filled = null;
        var copied = 0;
        var missing = false;
        for (var at = Next(source, 0); at >= 0; at = Next(source, copied))
        {
            // The renderer alone writes this tag, and encodes every quotation mark and bracket inside it.
            var end = source.IndexOf('>', at) + 1;
            if (end == 0) break;
            filled ??= new StringBuilder(source.Length + 256);
            filled.Append(source, copied, at - copied);
            var quote = source.IndexOf('"', at + Opening.Length);
            if (int.TryParse(source.AsSpan(at + Opening.Length, quote - at - Opening.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                var shown = picture(number);
                missing |= shown is null;
                filled.Append(shown?.Value);
            }

            copied = end;
        }

        if (filled is null) return body;
        filled.Append(source, copied, source.Length - copied);
        return new SafeHtml(missing ? WithoutEmptyFrames(filled.ToString()) : filled.ToString());
    }

    // The renderer writes none of these empty, so each one held a picture alone.
    private static string WithoutEmptyFrames(string html)
    {
        foreach (var frame in (string[])["figure", "blockquote", "li", "ul", "ol"])
            html = html.Replace($"<{frame}></{frame}>", string.Empty, StringComparison.Ordinal);
        return html;
    }

    /// <summary>Puts one body behind another, whose pictures are counted on from those of the first.</summary>
    /// <param name="first">A rendered body.</param>
    /// <param name="pictures">How many pictures it has.</param>
    /// <param name="second">A rendered body, whose own pictures are counted from 0.</param>
    internal static SafeHtml Join(SafeHtml first, int pictures, SafeHtml second)
    {
        var (source, copied) = (second.Value, 0);
        var joined = new StringBuilder(first.Value, first.Value.Length + source.Length + 64);
        for (var at = Next(source, 0); at >= 0; at = Next(source, copied))
        {
            var digits = at + Opening.Length;
            var quote = source.IndexOf('"', digits);
            if (quote < 0 || !int.TryParse(source.AsSpan(digits, quote - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) break;
            joined.Append(source, copied, digits - copied).Append(CultureInfo.InvariantCulture, $"{number + pictures}");
            copied = quote;
        }

        return new SafeHtml(joined.Append(source, copied, source.Length - copied).ToString());
    }

    /// <summary>Puts addresses in place of <c>picture:N</c>: the body as a file outside the store holds it.</summary>
    /// <param name="body">A rendered body.</param>
    /// <param name="address">Given a picture's place from 0, its address; null leaves the place standing.</param>
    internal static string WithAddresses(SafeHtml body, Func<int, string?> address)
    {
        var (source, copied) = (body.Value, 0);
        var filled = new StringBuilder(source.Length + 256);
        for (var at = Next(source, 0); at >= 0; at = Next(source, copied))
        {
            var digits = at + Opening.Length;
            var quote = source.IndexOf('"', digits);
            var from = digits - "picture:".Length;
            filled.Append(source, copied, from - copied);
            if (int.TryParse(source.AsSpan(digits, quote - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && address(number) is { } found)
            {
                SafeText.AppendEncoded(filled, found);
            }
            else
            {
                filled.Append(source, from, quote - from);
            }

            copied = quote;
        }

        return filled.Append(source, copied, source.Length - copied).ToString();
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
