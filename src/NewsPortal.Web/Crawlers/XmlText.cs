using System.Text;
using System.Xml;

namespace NewsPortal.Web.Crawlers;

/// <summary>Text that XML 1.0 can hold.</summary>
public static class XmlText
{
    /// <summary>How every XML file here is written: UTF-8 without a mark.</summary>
    public static XmlWriterSettings Settings { get; } = new() { Async = true, Encoding = new UTF8Encoding(false), Indent = true, IndentChars = string.Empty };

    /// <summary>Leaves out what section 2.2 of XML 1.0 forbids: control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        StringBuilder? kept = null;
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (pair || XmlConvert.IsXmlChar(text[i]))
            {
                kept?.Append(text, i, pair ? 2 : 1);
                i += pair ? 1 : 0;
            }
            else
            {
                kept ??= new StringBuilder(text, 0, i, text.Length);
            }
        }

        return kept?.ToString() ?? text;
    }

    /// <summary>Writes an element with cleaned text.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="name">The element's name, with its prefix.</param>
    /// <param name="text">Any text.</param>
    public static async Task ElementAsync(this XmlWriter xml, string name, string? text)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(name);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? null : name[..colon];
        await xml.WriteStartElementAsync(prefix, name[(colon + 1)..], prefix is null ? null : XmlNames.Of(prefix));
        await xml.WriteStringAsync(Clean(text));
        await xml.WriteEndElementAsync();
    }
}
