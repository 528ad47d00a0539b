using DocumentFormat.OpenXml;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>How elements of a document are asked: by local name, and never by the library's typed values, which throw on values that Word itself forgives.</summary>
internal static class WordXml
{
    /// <summary>The first child of this name.</summary>
    public static OpenXmlElement? Child(this OpenXmlElement? parent, string name)
    {
        for (var child = parent?.FirstChild; child is not null; child = child.NextSibling())
            if (child.LocalName == name) return child;
        return null;
    }

    /// <summary>The children of this name.</summary>
    public static IEnumerable<OpenXmlElement> Children(this OpenXmlElement? parent, string name) =>
        parent is null ? [] : parent.ChildElements.Where(child => child.LocalName == name);

    /// <summary>An attribute's value, whatever its namespace.</summary>
    public static string? Attribute(this OpenXmlElement? element, string name)
    {
        if (element is null || !element.HasAttributes) return null;
        foreach (var attribute in element.GetAttributes())
            if (attribute.LocalName == name) return attribute.Value;
        return null;
    }

    /// <summary>The <c>val</c> of a child.</summary>
    public static string? Value(this OpenXmlElement? parent, string child) => parent.Child(child).Attribute("val");

    /// <summary>A child's <c>val</c> as a number.</summary>
    public static int? Number(this OpenXmlElement? parent, string child) => Int(parent.Value(child));

    /// <summary>True or false where a switch such as <c>b</c> or <c>vanish</c> is set, null where it is not mentioned (ISO 29500-1, 17.17.4).</summary>
    public static bool? Switch(this OpenXmlElement? properties, string name) =>
        properties.Child(name) is { } element ? element.Attribute("val") is not ("0" or "false" or "off" or "none") : null;

    public static int? Int(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// The branch of an <c>mc:AlternateContent</c> to read: the first choice that holds anything, else the fallback. Both
    /// say the same in two dialects; reading both would say it twice.
    /// </summary>
    public static OpenXmlElement? Branch(OpenXmlElement alternate) =>
        alternate.ChildElements.FirstOrDefault(c => c.LocalName == "Choice" && c.HasChildren) ?? alternate.Child("Fallback");
}
