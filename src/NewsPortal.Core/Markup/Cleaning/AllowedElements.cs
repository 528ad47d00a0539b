using System.Collections.Frozen;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>What becomes of an element, by its name. A name that stands nowhere here is taken off and its content kept.</summary>
internal static class AllowedElements
{
    /// <summary>Inline elements that stay, under the name they are written with.</summary>
    public static readonly FrozenDictionary<string, string> Inline = new Dictionary<string, string>
    {
        ["strong"] = "strong",
        ["b"] = "strong",
        ["em"] = "em",
        ["i"] = "em",
        ["cite"] = "em",
        ["dfn"] = "em",
        ["var"] = "em",
        ["code"] = "code",
        ["kbd"] = "code",
        ["samp"] = "code",
        ["tt"] = "code",
        ["del"] = "del",
        ["s"] = "del",
        ["strike"] = "del",
        ["ins"] = "ins",
        ["sub"] = "sub",
        ["sup"] = "sup",
        ["mark"] = "mark",
        ["small"] = "small",
        ["ruby"] = "ruby",
        ["rt"] = "rt",
        ["rp"] = "rp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Elements that are left out with all that stands in them.</summary>
    public static readonly FrozenSet<string> Dropped = new[]
    {
        "script", "style", "template", "noscript", "head", "title", "meta", "link", "base", "svg", "math", "canvas",
        "map", "area", "frame", "frameset", "noframes", "noembed", "applet", "param", "source", "track", "col", "colgroup",
        "select", "option", "optgroup", "textarea", "button", "datalist", "progress", "meter", "dialog", "xmp", "plaintext",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements that begin and end a paragraph and are otherwise taken off.</summary>
    public static readonly FrozenSet<string> Blocks = new[]
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center", "details",
        "summary", "fieldset", "legend", "form", "hgroup", "body", "html", "search", "menu", "dir", "li", "dt", "dd", "tr",
        "td", "th", "tbody", "thead", "tfoot", "caption", "figcaption", "listing",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Pictures. In AMP pages they have names of their own, and hold what a browser without scripts shows instead.</summary>
    public static readonly FrozenSet<string> Pictures = new[] { "img", "image", "amp-img", "amp-anim" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Players and frames, which become a link to what they would have shown.</summary>
    public static readonly FrozenDictionary<string, string> Players = new Dictionary<string, string>
    {
        ["video"] = "视频",
        ["audio"] = "音频",
        ["iframe"] = "嵌入内容",
        ["object"] = "嵌入内容",
        ["embed"] = "嵌入内容",
        ["amp-video"] = "视频",
        ["amp-audio"] = "音频",
        ["amp-iframe"] = "嵌入内容",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The heading that an article's heading is written as: the page has one <c>h1</c> already.</summary>
    public static string? Heading(string name) => name switch
    {
        "h1" or "h2" => "h2",
        "h3" => "h3",
        "h4" or "h5" or "h6" => "h4",
        _ => null,
    };
}
