using System.Text.Json.Serialization;

namespace NewsPortal.Web.Api.Resources;

/// <summary>An article with all that its page shows. What it does not have, or what `fields` did not ask for, is absent.</summary>
public sealed class ArticleDetail : ArticleItem
{
    /// <summary>Notices of corrections, the newest first.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<CorrectionItem>? Corrections { get; set; }

    /// <summary>Words found in it by the site, where it has no tags.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string>? Keywords { get; set; }

    /// <summary>Reprints of the same report, one of each source, itself among them; empty where there is one source.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<ArticleLink>? SameReport { get; set; }

    /// <summary>The story it belongs to.</summary>
    [JsonPropertyOrder(1)]
    public StoryPlaceItem? Story { get; set; }

    /// <summary>Related articles, the closest first.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<RelatedItem>? Related { get; set; }

    /// <summary>Its live report; absent for an article that is none.</summary>
    [JsonPropertyOrder(1)]
    public LiveItem? Live { get; set; }

    /// <summary>The article published just before it.</summary>
    [JsonPropertyOrder(1)]
    public ArticleLink? Previous { get; set; }

    /// <summary>The article published just after it.</summary>
    [JsonPropertyOrder(1)]
    public ArticleLink? Next { get; set; }
}
