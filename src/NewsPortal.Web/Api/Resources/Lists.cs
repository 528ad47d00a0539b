using System.ComponentModel.DataAnnotations;

namespace NewsPortal.Web.Api.Resources;

/// <summary>A page of articles, the newest first.</summary>
public sealed class ArticleList
{
    /// <summary>The articles. Where several filters meet there can be fewer than asked for, or none, and a next page all the same.</summary>
    [Required]
    public IReadOnlyList<ArticleItem> Articles { get; set; } = [];

    /// <summary>The address of the next page; absent at the end.</summary>
    public string? Next { get; set; }
}

/// <summary>The sections that have articles, in the site's order.</summary>
public sealed class SectionList
{
    /// <summary>The sections.</summary>
    [Required]
    public IReadOnlyList<NameLink> Sections { get; set; } = [];
}

/// <summary>A page of tags, by their slugs.</summary>
public sealed class TagList
{
    /// <summary>The tags.</summary>
    [Required]
    public IReadOnlyList<NameLink> Tags { get; set; } = [];

    /// <summary>The address of the next page; absent at the end.</summary>
    public string? Next { get; set; }
}

/// <summary>A page of stories, the one that began last first.</summary>
public sealed class StoryList
{
    /// <summary>The stories.</summary>
    [Required]
    public IReadOnlyList<StoryItem> Stories { get; set; } = [];

    /// <summary>The address of the next page; absent at the end.</summary>
    public string? Next { get; set; }
}
