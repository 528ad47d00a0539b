using System.Text;
using System.Xml;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>
/// One item of an export, on its way to a record of its own. What a post consists of is kept as it stands; of everything
/// else only the name is: comments hold the addresses of readers, and fields of plug-ins hold anything.
/// </summary>
internal sealed class WxrItem
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "title", "link", "pubDate", "guid", "category", "dc:creator", "content:encoded", "excerpt:encoded",
        "wp:post_id", "wp:post_date", "wp:post_date_gmt", "wp:post_modified", "wp:post_modified_gmt", "wp:post_name", "wp:post_type", "wp:status",
    };

    /// <summary>Characters of an item's fields together.</summary>
    public const int Longest = Inputs.InputLimits.LargestFile / 4;

    private readonly List<(string Name, string? Domain, string? Nicename, string? Text)> parts = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private string? cover;
    private int length;

    /// <summary>The line of the export that it begins on.</summary>
    public int Line { get; private init; }

    /// <summary>True where it is larger than an input may be; its record would not be whole.</summary>
    public bool IsTooLarge { get; private set; }

    public string Title => Value("title");

    /// <summary>True for a post or a page that somebody wrote: not a menu or a file, nothing in the bin.</summary>
    public bool IsPost => Value("wp:post_type") is "post" or "page" && Value("wp:status") is not ("trash" or "auto-draft" or "inherit");

    /// <summary>Reads the item that a cursor stands on, and leaves it on the item's end.</summary>
    public static WxrItem Read(WxrCursor cursor)
    {
        var item = new WxrItem { Line = cursor.Line };
        foreach (var name in cursor.ChildNames()) item.Take(cursor, name);
        return item;
    }

    /// <summary>The record: XML that says all there is to say about the post, in UTF-8, one element after another on lines of their own.</summary>
    /// <param name="survey">What the rest of the export says about it.</param>
    public byte[] Record(WxrSurvey survey)
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None, CheckCharacters = false }))
        {
            xml.WriteStartElement("item");
            foreach (var (prefix, uri) in Prefixes) xml.WriteAttributeString("xmlns", prefix, null, uri);
            Write(xml, ("old:site", null, null, survey.Site));
            if (Value("dc:creator") is { Length: > 0 } login) Write(xml, ("old:writer", null, null, survey.Writer(login)));
            if (cover is not null && survey.File(cover) is { } address) Write(xml, ("old:cover", null, null, address));
            else if (cover is not null) Write(xml, ("old:cover", null, null, string.Empty));
            foreach (var part in parts) Write(xml, part);
            xml.WriteString("\n");
            xml.WriteEndElement();
        }

        return memory.ToArray();
    }

    private static readonly (string Prefix, string Uri)[] Prefixes =
    [
        ("old", WxrNames.OldSite), ("content", WxrNames.Content), ("dc", WxrNames.DublinCore),
        ("excerpt", WxrNames.Export + "1.2/excerpt/"), ("wp", WxrNames.Export + "1.2/"),
    ];

    private static void Write(XmlWriter xml, (string Name, string? Domain, string? Nicename, string? Text) part)
    {
        var colon = part.Name.IndexOf(':', StringComparison.Ordinal);
        xml.WriteString("\n");
        if (colon < 0) xml.WriteStartElement(part.Name);
        else xml.WriteStartElement(part.Name[..colon], part.Name[(colon + 1)..], Array.Find(Prefixes, prefix => prefix.Prefix == part.Name[..colon]).Uri);
        if (part.Domain is not null) xml.WriteAttributeString("domain", part.Domain);
        if (part.Nicename is not null) xml.WriteAttributeString("nicename", part.Nicename);
        if (part.Text?.AsSpan().IndexOfAny('<', '&') >= 0) xml.WriteCData(part.Text);
        else if (part.Text is { Length: > 0 }) xml.WriteString(part.Text);
        xml.WriteEndElement();
    }

    private void Take(WxrCursor cursor, string name)
    {
        if (Kept.Contains(name)) Keep(cursor, name);
        else if (name == "wp:post_password") Password(cursor);
        else if (!name.StartsWith("other:", StringComparison.Ordinal) && !name.StartsWith("old:", StringComparison.Ordinal))
        {
            if (name == "wp:postmeta" && cursor.Children(2000) is var meta && meta.GetValueOrDefault("wp:meta_key") == "_thumbnail_id") cover = meta.GetValueOrDefault("wp:meta_value");
            if (named.Count < 100 && named.Add(name)) parts.Add((name, null, null, null));
        }
    }

    private void Keep(WxrCursor cursor, string name)
    {
        var (domain, nicename) = name == "category" ? (cursor.Attribute("domain"), cursor.Attribute("nicename")) : (null, null);
        var text = cursor.Text(Longest, out var cut).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        length += text.Length + (domain?.Length ?? 0) + (nicename?.Length ?? 0);
        IsTooLarge |= cut || length > Longest;
        if (!IsTooLarge) parts.Add((name, domain, nicename, text));
    }

    // That there was one matters, and nobody needs to know which.
    private void Password(WxrCursor cursor)
    {
        if (cursor.Text(200, out _).Length > 0) parts.Add(("wp:post_password", null, null, "set"));
    }

    private string Value(string name) => parts.Find(part => part.Name == name).Text?.Trim() ?? string.Empty;
}
