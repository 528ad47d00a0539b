using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace NewsPortal.Web.Api.Resources;

/// <summary>Another article, named.</summary>
public class ArticleLink
{
    /// <summary>The publisher's own id where the article has one, otherwise its number.</summary>
    [Required]
    public string Id { get; set; } = string.Empty;

    /// <summary>Its number in this store.</summary>
    [Required]
    public long Number { get; set; }

    /// <summary>The canonical address of its page.</summary>
    [Required]
    public string Url { get; set; } = string.Empty;

    /// <summary>Its headline.</summary>
    [Required]
    public string Headline { get; set; } = string.Empty;

    /// <summary>When it was published, as its page says.</summary>
    [Required]
    public string Published { get; set; } = string.Empty;

    /// <summary>The name of the organisation it came from, where that tells articles apart.</summary>
    public string? Source { get; set; }
}

/// <summary>A related article.</summary>
public sealed class RelatedItem : ArticleLink
{
    /// <summary>How closely the two are related, 0 to 1; 0 where only an editor saw it.</summary>
    [JsonPropertyOrder(1)]
    [Required]
    public double Score { get; set; }

    /// <summary>What both have in common; empty where nothing can be named.</summary>
    [JsonPropertyOrder(1)]
    [Required]
    public IReadOnlyList<string> Reasons { get; set; } = [];

    /// <summary>An editor put it there.</summary>
    [JsonPropertyOrder(1)]
    [Required]
    public bool Pinned { get; set; }
}
