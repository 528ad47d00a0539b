using System.ComponentModel.DataAnnotations;

namespace NewsPortal.Web.Api.Resources;

/// <summary>An article. What it does not have, or what `fields` did not ask for, is absent.</summary>
public class ArticleItem
{
    /// <summary>The publisher's own id where the article has one, otherwise its number.</summary>
    [Required]
    public string Id { get; set; } = string.Empty;

    /// <summary>Its number in this store, which never changes.</summary>
    [Required]
    public long Number { get; set; }

    /// <summary>The canonical address of its page.</summary>
    public string? Url { get; set; }

    /// <summary>The headline.</summary>
    public string? Headline { get; set; }

    /// <summary>The line above the headline.</summary>
    public string? Kicker { get; set; }

    /// <summary>The line below the headline.</summary>
    public string? Subheadline { get; set; }

    /// <summary>The sentence on cards.</summary>
    public string? Summary { get; set; }

    /// <summary>When it was published, as its page says: RFC 3339 with the site's offset, or the day alone where the source gave no time.</summary>
    public string? Published { get; set; }

    /// <summary>When its public content last changed after publication, RFC 3339 with the site's offset.</summary>
    public string? Revised { get; set; }

    /// <summary>Its section.</summary>
    public NameLink? Section { get; set; }

    /// <summary>The organisation it came from.</summary>
    public NameLink? Source { get; set; }

    /// <summary>The writers as printed.</summary>
    public string? Byline { get; set; }

    /// <summary>The writers, in order.</summary>
    public IReadOnlyList<NameLink>? Authors { get; set; }

    /// <summary>The topics, in order.</summary>
    public IReadOnlyList<NameLink>? Tags { get; set; }

    /// <summary>The editor in charge.</summary>
    public string? Editor { get; set; }

    /// <summary>What opens the text: place, day and agency.</summary>
    public string? Dateline { get; set; }

    /// <summary>BCP 47 tag of the text.</summary>
    public string? Language { get; set; }

    /// <summary>Its length: Han characters and Latin words of the body.</summary>
    public int? Length { get; set; }

    /// <summary>The picture on cards.</summary>
    public RenditionItem? Picture { get; set; }

    /// <summary>Number of the group of reprints it belongs to; its own number where it is alone.</summary>
    public long? Report { get; set; }

    /// <summary>The original's address elsewhere.</summary>
    public string? OriginalUrl { get; set; }

    /// <summary>SHA-256 over its public content, as the changes bear it. Neighbours, related articles and reprints take no part.</summary>
    public string? ContentHash { get; set; }

    /// <summary>Its pictures, in order.</summary>
    public IReadOnlyList<PictureItem>? Pictures { get; set; }

    /// <summary>A credit that belongs to no single picture.</summary>
    public string? PictureCredit { get; set; }

    /// <summary>The body as clean HTML; addresses are absolute.</summary>
    public string? Html { get; set; }

    /// <summary>The body as plain text, one paragraph a line.</summary>
    public string? Text { get; set; }
}
