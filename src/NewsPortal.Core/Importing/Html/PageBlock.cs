using AngleSharp.Dom;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Html;

/// <summary>A line of a page as a reader sees it: the text between two breaks of its layout.</summary>
internal sealed class PageBlock
{
    public PageBlock(string text, int start, int linkLength, IReadOnlyList<IText> nodes, IElement owner, TimeZoneInfo zone)
    {
        Text = text;
        Start = start;
        Nodes = nodes;
        Owner = owner;
        LinkShare = text.Length == 0 ? 0 : Math.Min(1, (double)linkLength / text.Length);
        Weight = LineShape.Weight(text);
        Meta = MetaLine.Read(text, zone);
        Verdict = LineReader.Read(text, Meta);
    }

    public string Text { get; }

    /// <summary>Where it starts in the visible text, in UTF-16 units.</summary>
    public int Start { get; }

    /// <summary>The text nodes it is made of.</summary>
    public IReadOnlyList<IText> Nodes { get; }

    /// <summary>The nearest element that lays out lines of its own.</summary>
    public IElement Owner { get; }

    /// <summary>Share of its characters that are links, 0 to 1.</summary>
    public double LinkShare { get; }

    public int Weight { get; }

    public MetaLine? Meta { get; }

    public LineVerdict Verdict { get; }

    public LineRole Role => Verdict.Role;

    /// <summary>True where it stands in a part of the page that its markup calls something else than the article.</summary>
    public bool IsAside { get; set; }

    /// <summary>True for h1 to h6.</summary>
    public bool IsHeading => Owner.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>True for prose of its own words.</summary>
    public bool IsProse => Role == LineRole.Prose && LinkShare < 0.6;

    /// <summary>True where it can be a headline.</summary>
    public bool CanBeHeadline => Role is not (LineRole.Tool or LineRole.Breadcrumb) && Weight is >= 2 and <= 90 && Text.Length <= 200 && Text.Any(char.IsLetter);
}
