namespace NewsPortal.Core.Articles;

/// <summary>A page beside the articles: who we are, how to reach us, whose the texts are, what we do with data.</summary>
public sealed class FixedPage
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>Its part of the address: <c>[a-z0-9-]</c>, 1 to 60 characters; unique.</summary>
    public string Slug { get; set; } = string.Empty;

    /// <summary>Its title.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>Its text as written, in Markdown. It is cleaned whenever it is shown.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Readers see it.</summary>
    public bool IsPublic { get; set; }

    /// <summary>The foot of every page leads to it.</summary>
    public bool IsInFooter { get; set; }

    /// <summary>Its place among the others, from 0.</summary>
    public int Position { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedUtc { get; set; }

    /// <summary>Counts every save; the second of two saves from the same version is refused.</summary>
    public int Version { get; set; }

    /// <summary>Its address, root-relative.</summary>
    public string Path => $"/pages/{Slug}";
}
