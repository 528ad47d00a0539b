using System.Net;
using System.Net.Http.Headers;

namespace NewsPortal.Tests.Crawlers.Walking;

/// <summary>An address that was asked.</summary>
/// <param name="Path">Root-relative, with its query.</param>
/// <param name="From">The first page that named it.</param>
/// <param name="Status">What it answered.</param>
/// <param name="MediaType">Of what kind the answer is.</param>
/// <param name="Tag">The answer's validator.</param>
internal sealed record CrawledAddress(string Path, string From, HttpStatusCode Status, string MediaType, EntityTagHeaderValue? Tag)
{
    /// <summary>Where it redirects to.</summary>
    public string? Target { get; init; }

    /// <summary>A header keeps it out of search engines.</summary>
    public bool NoIndex { get; init; }

    /// <summary>What the page says of itself; null where it is no page.</summary>
    public CrawledPage? Page { get; init; }

    /// <summary>A page that search engines may show.</summary>
    public bool IsIndexable => Status == HttpStatusCode.OK && !NoIndex && Page is { NoIndex: false };

    /// <summary>What it is, by the look of its address: its first part, or that it is an article, month or day; and the file's name.</summary>
    public string Kind
    {
        get
        {
            var parts = Path.Split('?')[0].Split('/');
            var folder = parts[1].Length == 4 && int.TryParse(parts[1], out _) ? $"date{parts.Length}" : parts[1];
            var isFeed = parts.Length > 3 && (parts[^1].StartsWith("feed.", StringComparison.Ordinal) || parts[^1] == "atom.xml");
            return folder == "sitemaps" ? $"{folder}/{parts[^1].Split('-')[0]}" : isFeed ? $"{folder}/{parts[^1]}" : folder;
        }
    }
}

/// <summary>What a page says of itself.</summary>
/// <param name="Title">The whole title.</param>
/// <param name="Description">The description; empty where there is none.</param>
/// <param name="Headings">Its headings of the first order.</param>
/// <param name="Canonicals">The canonical addresses it names.</param>
/// <param name="Languages">Versions in other languages: language and absolute address.</param>
/// <param name="Feeds">Root-relative addresses of the feeds it offers.</param>
/// <param name="NoIndex">It keeps itself out of search engines.</param>
internal sealed record CrawledPage(
    string Title, string Description, IReadOnlyList<string> Headings, IReadOnlyList<string> Canonicals, IReadOnlyList<(string Language, string Address)> Languages, IReadOnlyList<string> Feeds, bool NoIndex);
