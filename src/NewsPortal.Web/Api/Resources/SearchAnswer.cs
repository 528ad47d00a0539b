using System.ComponentModel.DataAnnotations;

namespace NewsPortal.Web.Api.Resources;

/// <summary>What a search found, as the search page shows it.</summary>
public sealed class SearchAnswer
{
    /// <summary>The words that were searched for: what was sent, without blanks around it, cut to 100 characters.</summary>
    [Required]
    public string Query { get; set; } = string.Empty;

    /// <summary>How many articles there are, as far as they are ranked.</summary>
    [Required]
    public int Total { get; set; }

    /// <summary>There are more than `total`; the newest of them are ranked.</summary>
    [Required]
    public bool TotalIsFloor { get; set; }

    /// <summary>Nothing holds all the words, so articles with some of their parts are shown.</summary>
    [Required]
    public bool Widened { get; set; }

    /// <summary>This page, from 1.</summary>
    [Required]
    public int Page { get; set; }

    /// <summary>How many pages there are.</summary>
    [Required]
    public int Pages { get; set; }

    /// <summary>The articles, best first.</summary>
    [Required]
    public IReadOnlyList<SearchHitItem> Hits { get; set; } = [];

    /// <summary>How many lie in which section; the section filter apart.</summary>
    [Required]
    public IReadOnlyList<NameCount> Sections { get; set; } = [];

    /// <summary>How many come from which source, the most first; the source filter apart.</summary>
    [Required]
    public IReadOnlyList<NameCount> Sources { get; set; } = [];

    /// <summary>How many were published in which year, the newest first; the days asked for apart.</summary>
    [Required]
    public IReadOnlyList<YearCountItem> Years { get; set; } = [];

    /// <summary>Other queries that find something, where this one found nothing or only parts.</summary>
    [Required]
    public IReadOnlyList<string> Suggestions { get; set; } = [];

    /// <summary>The address of the next page; absent at the end.</summary>
    public string? Next { get; set; }
}

/// <summary>One article found.</summary>
public sealed class SearchHitItem
{
    /// <summary>The article, without tags, writers and body.</summary>
    [Required]
    public ArticleItem Article { get; set; } = new();

    /// <summary>Its headline and what was found in it.</summary>
    [Required]
    public MarkedText Headline { get; set; } = new();

    /// <summary>The place in its text that shows why it was found.</summary>
    [Required]
    public MarkedText Snippet { get; set; } = new();
}

/// <summary>A text and the pieces of it that were searched for.</summary>
public sealed class MarkedText
{
    /// <summary>The text, plain.</summary>
    [Required]
    public string Text { get; set; } = string.Empty;

    /// <summary>The pieces, in order; none overlaps another.</summary>
    [Required]
    public IReadOnlyList<MarkItem> Marks { get; set; } = [];
}

/// <summary>A piece of a text, in Unicode code points.</summary>
public sealed class MarkItem
{
    /// <summary>Where it begins, from 0.</summary>
    [Required]
    public int Start { get; set; }

    /// <summary>How long it is.</summary>
    [Required]
    public int Length { get; set; }
}

/// <summary>How many of the found articles bear a name.</summary>
public sealed class NameCount
{
    /// <summary>The name.</summary>
    [Required]
    public string Name { get; set; } = string.Empty;

    /// <summary>Its part of the address; what the filter takes.</summary>
    [Required]
    public string Slug { get; set; } = string.Empty;

    /// <summary>How many.</summary>
    [Required]
    public int Count { get; set; }
}

/// <summary>How many of the found articles were published in a year.</summary>
public sealed class YearCountItem
{
    /// <summary>The year in the site's zone.</summary>
    [Required]
    public int Year { get; set; }

    /// <summary>How many.</summary>
    [Required]
    public int Count { get; set; }
}
