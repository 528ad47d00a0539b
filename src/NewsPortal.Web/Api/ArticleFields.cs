using System.Text.Json;

namespace NewsPortal.Web.Api;

/// <summary>Which parts of an article are answered, beside its id and number.</summary>
[Flags]
public enum ArticleFields
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The address of its page.</summary>
    Url = 1 << 0,

    /// <summary>The headline.</summary>
    Headline = 1 << 1,

    /// <summary>The line above it.</summary>
    Kicker = 1 << 2,

    /// <summary>The line below it.</summary>
    Subheadline = 1 << 3,

    /// <summary>The sentence on cards.</summary>
    Summary = 1 << 4,

    /// <summary>When it was published.</summary>
    Published = 1 << 5,

    /// <summary>When it last changed.</summary>
    Revised = 1 << 6,

    /// <summary>Its section.</summary>
    Section = 1 << 7,

    /// <summary>Its source.</summary>
    Source = 1 << 8,

    /// <summary>The writers as printed.</summary>
    Byline = 1 << 9,

    /// <summary>The writers.</summary>
    Authors = 1 << 10,

    /// <summary>The topics.</summary>
    Tags = 1 << 11,

    /// <summary>The editor in charge.</summary>
    Editor = 1 << 12,

    /// <summary>What opens the text.</summary>
    Dateline = 1 << 13,

    /// <summary>The language.</summary>
    Language = 1 << 14,

    /// <summary>The length.</summary>
    Length = 1 << 15,

    /// <summary>The picture on cards.</summary>
    Picture = 1 << 16,

    /// <summary>The group of reprints.</summary>
    Report = 1 << 17,

    /// <summary>The original's address.</summary>
    OriginalUrl = 1 << 18,

    /// <summary>The hash of its content.</summary>
    ContentHash = 1 << 19,

    /// <summary>The pictures.</summary>
    Pictures = 1 << 20,

    /// <summary>The credit of no single picture.</summary>
    PictureCredit = 1 << 21,

    /// <summary>The body as HTML.</summary>
    Html = 1 << 22,

    /// <summary>The body as text.</summary>
    Text = 1 << 23,

    /// <summary>Notices of corrections.</summary>
    Corrections = 1 << 24,

    /// <summary>Words found in it.</summary>
    Keywords = 1 << 25,

    /// <summary>Reprints.</summary>
    SameReport = 1 << 26,

    /// <summary>Its story.</summary>
    Story = 1 << 27,

    /// <summary>Related articles.</summary>
    Related = 1 << 28,

    /// <summary>The article before it.</summary>
    Previous = 1 << 29,

    /// <summary>The article after it.</summary>
    Next = 1 << 30,

    /// <summary>Its live report.</summary>
    Live = 1 << 31,
}

/// <summary>Fields by the names that the API gives them.</summary>
public static class ArticleFieldNames
{
    /// <summary>What the page of one article alone tells: each of them costs a query of its own.</summary>
    public const ArticleFields OfOneOnly = ArticleFields.Corrections | ArticleFields.Keywords | ArticleFields.SameReport
        | ArticleFields.Story | ArticleFields.Related | ArticleFields.Previous | ArticleFields.Next | ArticleFields.Live;

    /// <summary>Everything that one article tells where nothing is chosen.</summary>
    public const ArticleFields OfOne = ~ArticleFields.None;

    /// <summary>What a list tells where nothing is chosen: what its row holds, never a body.</summary>
    public const ArticleFields OfLists = ~(OfOneOnly | ArticleFields.Html | ArticleFields.Text | ArticleFields.Pictures
        | ArticleFields.PictureCredit | ArticleFields.Editor | ArticleFields.Dateline | ArticleFields.OriginalUrl);

    /// <summary>What a search tells.</summary>
    public const ArticleFields OfSearch = OfLists & ~(ArticleFields.Authors | ArticleFields.Tags);

    private static readonly Dictionary<string, ArticleFields> Names = Enum.GetValues<ArticleFields>()
        .Where(f => f != ArticleFields.None).ToDictionary(f => JsonNamingPolicy.CamelCase.ConvertName(f.ToString()), StringComparer.Ordinal);

    /// <summary>Those that a list can tell.</summary>
    public static IReadOnlyList<string> InLists { get; } = [.. Names.Where(n => !OfOneOnly.HasFlag(n.Value)).Select(n => n.Key)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Keys];

    /// <summary>Reads a choice.</summary>
    /// <param name="names">Names parted by commas, all of them known; null where nothing was chosen.</param>
    /// <param name="standard">Taken where nothing was chosen.</param>
    public static ArticleFields Read(string? names, ArticleFields standard) =>
        names is null ? standard : names.Split(',').Aggregate(ArticleFields.None, (all, name) => all | Names[name]);
}
