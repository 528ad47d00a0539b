using DocumentFormat.OpenXml;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>A document's styles, each with those that it is based on.</summary>
internal sealed class WordStyles
{
    // A style that is based on itself by way of others must not be followed for ever.
    private const int LongestChain = 20;

    // Ten and a half points (五号): what Word takes where a document says nothing.
    private const int DefaultSize = 21;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly OpenXmlElement? runDefaults;
    private readonly string? normal;

    /// <summary>Reads them.</summary>
    /// <param name="root">The styles part's tree; null where the document has none.</param>
    public WordStyles(OpenXmlElement? root)
    {
        runDefaults = root.Child("docDefaults").Child("rPrDefault").Child("rPr");
        foreach (var style in root.Children("style"))
        {
            if (style.Attribute("styleId") is not { } id) continue;
            styles.TryAdd(id, new Style(style.Value("name") ?? id, style.Value("basedOn"), style.Child("pPr"), style.Child("rPr")));
            if (style.Attribute("type") == "paragraph" && style.Attribute("default") is "1" or "true") normal ??= id;
        }
    }

    /// <summary>What a paragraph is by its style or its outline level.</summary>
    /// <param name="properties">The paragraph's own properties.</param>
    /// <returns>The role, and a heading's level from 1.</returns>
    public (StyleRole Role, int Level) RoleOf(OpenXmlElement? properties)
    {
        var id = properties.Value("pStyle");
        var known = id is null || styles.ContainsKey(id) ? [] : new[] { StyleName.Read(id) };
        var named = Chain(id).Select(style => StyleName.Read(style.Name)).Concat(known).FirstOrDefault(read => read.Role is not (StyleRole.None or StyleRole.Body));
        if (named.Role != StyleRole.None) return named;
        var outline = properties.Number("outlineLvl") ?? Chain(id).Select(style => style.Paragraph.Number("outlineLvl")).FirstOrDefault(level => level is not null);
        return outline is >= 0 and < 9 ? (StyleRole.Heading, outline.Value + 1) : (StyleRole.None, 0);
    }

    /// <summary>How a paragraph is set: <c>center</c>, <c>right</c>, <c>both</c> …; null for the default.</summary>
    public string? Alignment(OpenXmlElement? properties) =>
        properties.Value("jc") ?? Chain(properties.Value("pStyle")).Select(style => style.Paragraph.Value("jc")).FirstOrDefault(value => value is not null);

    /// <summary>The numbering that a paragraph's style brings; null for none.</summary>
    public OpenXmlElement? Numbering(OpenXmlElement? properties) =>
        properties.Child("numPr") ?? Chain(properties.Value("pStyle")).Select(style => style.Paragraph.Child("numPr")).FirstOrDefault(found => found is not null);

    /// <summary>The numbering that a numbering style stands for.</summary>
    public int? NumberingOf(string styleId) => styles.TryGetValue(styleId, out var style) ? style.Paragraph.Child("numPr").Number("numId") : null;

    /// <summary>True where a switch is on for a run: by itself, by its character style or by its paragraph's style.</summary>
    public bool IsOn(string name, OpenXmlElement? run, OpenXmlElement? paragraph) =>
        OwnSwitch(name, run) ?? Chain(paragraph.Value("pStyle")).Select(style => style.Run.Switch(name)).FirstOrDefault(value => value is not null) ?? runDefaults.Switch(name) ?? false;

    /// <summary>The same without the paragraph's style: what an author set apart within the paragraph.</summary>
    public bool? OwnSwitch(string name, OpenXmlElement? run) =>
        run.Switch(name) ?? Bare(run.Value("rStyle")).Select(style => style.Run.Switch(name)).FirstOrDefault(value => value is not null);

    /// <summary>Raised or lowered: <c>superscript</c>, <c>subscript</c> or null.</summary>
    public string? Position(OpenXmlElement? run) =>
        run.Value("vertAlign") ?? Bare(run.Value("rStyle")).Select(style => style.Run.Value("vertAlign")).FirstOrDefault(value => value is not null);

    /// <summary>A run's size in half-points.</summary>
    public int Size(OpenXmlElement? run, OpenXmlElement? paragraph) =>
        run.Number("sz") ?? Bare(run.Value("rStyle")).Concat(Chain(paragraph.Value("pStyle"))).Select(style => style.Run.Number("sz")).FirstOrDefault(value => value is not null)
        ?? runDefaults.Number("sz") ?? DefaultSize;

    private IEnumerable<Style> Chain(string? id) => Bare(id ?? normal);

    private IEnumerable<Style> Bare(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private sealed record Style(string Name, string? BasedOn, OpenXmlElement? Paragraph, OpenXmlElement? Run);
}
