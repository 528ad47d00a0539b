using System.Text;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>The names that encodings go by, and the five that this importer tells apart by itself.</summary>
internal static class EncodingNames
{
    public const string Known = "utf-8, utf-16le, utf-16be, gb18030, big5";

    static EncodingNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The name we use for a label, or the label itself in lower case where it names another encoding; null where nothing
    /// is known by it. GB2312 and GBK are read as GB18030, which holds both (Encoding Standard, "names and labels").
    /// </summary>
    public static string? Canonical(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant().Replace('_', '-');
        switch (name)
        {
            case null or "": return null;
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "utf-8-bom": return "utf-8";
            case "utf-16" or "utf-16le" or "utf-16-le" or "unicode" or "ucs-2": return "utf-16le";
            case "utf-16be" or "utf-16-be" or "unicodefffe": return "utf-16be";
            case "gb18030" or "gbk" or "gb2312" or "x-gbk" or "cp936" or "ms936" or "windows-936" or "gb-2312-80" or "gb2312-80" or "euc-cn" or "csgb2312" or "chinese":
                return "gb18030";
            case "big5" or "big-5" or "cp950" or "ms950" or "x-x-big5" or "big5-hkscs" or "big5hkscs" or "csbig5": return "big5";
            default: return Other(name);
        }
    }

    /// <summary>The decoder of a canonical name; damaged bytes become U+FFFD.</summary>
    public static Encoding Decoder(string canonical) => canonical switch
    {
        "utf-8" => new UTF8Encoding(false),
        "utf-16le" => new UnicodeEncoding(false, false),
        "utf-16be" => new UnicodeEncoding(true, false),
        "gb18030" => Encoding.GetEncoding(54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
        "big5" => Encoding.GetEncoding(950, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
        _ => Encoding.GetEncoding(canonical, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
    };

    /// <summary>True for a label of an encoding that is never read, whatever the bytes.</summary>
    public static bool IsRefused(string? label) => label?.Trim().ToLowerInvariant() is { } name
        && (name.StartsWith("iso-2022", StringComparison.Ordinal) || name.StartsWith("utf-7", StringComparison.Ordinal) || name is "utf7" or "hz" or "hz-gb-2312");

    // UTF-7 and the encodings that switch by escape sequences can hide markup from whoever reads the bytes.
    private static string? Other(string name)
    {
        if (IsRefused(name)) return null;
        if (name == "euc-kr") name = "ks_c_5601-1987";
        try
        {
            return Encoding.GetEncoding(name).WebName.ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
