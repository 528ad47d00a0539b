using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>What a reader asks for.</summary>
/// <param name="Query">The words as typed.</param>
/// <param name="Section">Slug of the only section wanted; null for all.</param>
/// <param name="Source">Slug of the only source wanted; null for all.</param>
/// <param name="From">First day wanted, in the site's zone.</param>
/// <param name="To">Last day wanted, in the site's zone.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">Articles a page.</param>
public sealed record SearchRequest(
    string Query, string? Section = null, string? Source = null, DateOnly? From = null, DateOnly? To = null, int Page = 1, int PageSize = 20)
{
    /// <summary>The most pages that are ever shown.</summary>
    public const int MostPages = 50;

    /// <summary>How many articles are ranked where no one asks for more.</summary>
    public const int MostFound = 1000;
}

/// <summary>One page of what was found.</summary>
/// <param name="Hits">The articles, best first.</param>
/// <param name="Total">How many there are in all, as far as they are ranked.</param>
/// <param name="TotalIsFloor">There are more than <paramref name="Total"/>; the newest of them are ranked.</param>
/// <param name="Widened">Nothing holds all the words, so articles with some of their parts are shown.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="PageCount">How many pages there are, at most <see cref="SearchRequest.MostPages"/>.</param>
/// <param name="Sections">How many of the found lie in which section; the section filter apart.</param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Hits, int Total, bool TotalIsFloor, bool Widened, int Page, int PageCount, IReadOnlyList<SectionCount> Sections)
{
    /// <summary>Nothing found.</summary>
    public static SearchPage Empty { get; } = new([], 0, false, false, 1, 0, []);

    /// <summary>How many come from which source, the most first; the source filter apart.</summary>
    public IReadOnlyList<SourceCount> Sources { get; init; } = [];

    /// <summary>How many were published in which year, the newest first; the days asked for apart.</summary>
    public IReadOnlyList<YearCount> Years { get; init; } = [];

    /// <summary>Other queries that find something; only where this one found nothing, or only parts.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>One article found.</summary>
/// <param name="Article">The article, without its body.</param>
/// <param name="Headline">Its headline, the found words marked.</param>
/// <param name="Snippet">The place in its text that shows why, the found words marked.</param>
public sealed record SearchHit(Article Article, IReadOnlyList<TextPiece> Headline, IReadOnlyList<TextPiece> Snippet);

/// <summary>A run of text, marked or not.</summary>
/// <param name="Text">The text, not encoded.</param>
/// <param name="Marked">It is what was searched for.</param>
public sealed record TextPiece(string Text, bool Marked);

/// <summary>How many of the found articles lie in a section.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Count">How many.</param>
public sealed record SectionCount(string Name, string Slug, int Count);

/// <summary>How many of the found articles come from a source.</summary>
/// <param name="Name">The source's name.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Count">How many.</param>
public sealed record SourceCount(string Name, string Slug, int Count);

/// <summary>How many of the found articles were published in a year.</summary>
/// <param name="Year">The year, in the site's zone.</param>
/// <param name="Count">How many.</param>
public sealed record YearCount(int Year, int Count);
