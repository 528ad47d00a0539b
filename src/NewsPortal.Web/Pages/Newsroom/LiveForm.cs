using NewsPortal.Core.Publishing;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The form of an entry of a live report, as a browser sends it.</summary>
public sealed class LiveForm
{
    /// <summary>The headline.</summary>
    public string? Headline { get; set; }

    /// <summary>The text, as Markdown; HTML in it is taken as such.</summary>
    public string? Text { get; set; }

    /// <summary>It is a key moment.</summary>
    public bool Key { get; set; }

    /// <summary>The moment of the entry that was seen, in ticks.</summary>
    public long Seen { get; set; }

    /// <summary>What was written.</summary>
    internal LiveEntry Entry => new() { Headline = Headline, Text = Text ?? string.Empty, IsKey = Key };
}

/// <summary>The fields of such a form.</summary>
/// <param name="Prefix">What the fields' names begin with, so that no two of a page are alike.</param>
/// <param name="Entry">What stands in them.</param>
public sealed record LiveFields(string Prefix, LiveEntry Entry);
