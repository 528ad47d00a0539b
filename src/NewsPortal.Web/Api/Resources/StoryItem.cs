using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace NewsPortal.Web.Api.Resources;

/// <summary>A story: reports of one event over time.</summary>
public class StoryItem
{
    /// <summary>Its name.</summary>
    [Required]
    public string Name { get; set; } = string.Empty;

    /// <summary>Its part of the address; what the filter takes.</summary>
    [Required]
    public string Slug { get; set; } = string.Empty;

    /// <summary>The address of its page.</summary>
    [Required]
    public string Url { get; set; } = string.Empty;

    /// <summary>How many reports it has, reprints counted once.</summary>
    [Required]
    public int Reports { get; set; }

    /// <summary>An editor named it; otherwise its name was found in its articles.</summary>
    [Required]
    public bool Named { get; set; }
}

/// <summary>The story of an article, and the article's neighbours there.</summary>
public sealed class StoryPlaceItem : StoryItem
{
    /// <summary>The article before it in the story.</summary>
    [JsonPropertyOrder(1)]
    public ArticleLink? Earlier { get; set; }

    /// <summary>The article after it in the story.</summary>
    [JsonPropertyOrder(1)]
    public ArticleLink? Later { get; set; }
}
