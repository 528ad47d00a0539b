using System.Xml;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>The names of a WordPress export (WXR 1.0, 1.1 and 1.2), whatever prefixes a file binds its namespaces to.</summary>
internal static class WxrNames
{
    /// <summary>What every namespace of the format begins with; a file that names it is such an export.</summary>
    public const string Export = "http://wordpress.org/export/";

    public const string Content = "http://purl.org/rss/1.0/modules/content/";

    public const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>What the export does not state of an item alone: the site it left, its writer's name, its picture's address.</summary>
    public const string OldSite = "urn:newsportal:old-site";

    /// <summary>The name of the element that a reader stands on, with the prefix that WordPress itself writes.</summary>
    public static string Of(XmlReader reader) => Prefix(reader.NamespaceURI) + reader.LocalName;

    private static string Prefix(string uri) => uri switch
    {
        "" => string.Empty,
        Content => "content:",
        DublinCore => "dc:",
        OldSite => "old:",
        _ when !uri.StartsWith(Export, StringComparison.Ordinal) => "other:",
        _ when uri.Contains("/excerpt", StringComparison.Ordinal) => "excerpt:",
        _ => "wp:",
    };
}
