using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>What a page says of its own encoding, in its <c>meta</c> or XML declaration.</summary>
internal static partial class DeclaredEncoding
{
    // Browsers look at 1,024 bytes; pages that put scripts first declare it later all the same.
    private const int Window = 8192;

    /// <summary>The label as written; null where there is none.</summary>
    public static string? In(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]);
        if (Xml().Match(start) is { Success: true } xml) return xml.Groups[1].Value;
        return Meta().Match(start) is { Success: true } meta ? meta.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[""']([\w:.-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Xml();

    [GeneratedRegex(@"<meta[^>]{0,300}charset\s*=\s*[""']?([\w:.-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Meta();
}
