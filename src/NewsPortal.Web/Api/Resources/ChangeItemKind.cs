using System.Text.Json.Serialization;

namespace NewsPortal.Web.Api.Resources;

/// <summary>What happened to an article.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeItemKind>))]
public enum ChangeItemKind
{
    /// <summary>It became public.</summary>
    [JsonStringEnumMemberName("published")]
    Published = 1,

    /// <summary>Its content changed.</summary>
    [JsonStringEnumMemberName("revised")]
    Revised = 2,

    /// <summary>An error was corrected, with a notice.</summary>
    [JsonStringEnumMemberName("corrected")]
    Corrected = 3,

    /// <summary>It was taken down.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn = 4,

    /// <summary>It came back.</summary>
    [JsonStringEnumMemberName("restored")]
    Restored = 5,

    /// <summary>Its address changed.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved = 6,

    /// <summary>It left the store altogether.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed = 8,

    /// <summary>Its section, a tag, its source or a writer has another name.</summary>
    [JsonStringEnumMemberName("renamed")]
    Renamed = 11,
}
