using System.ComponentModel.DataAnnotations;

namespace NewsPortal.Web.Api.Resources;

/// <summary>A notice of a correction.</summary>
public sealed class CorrectionItem
{
    /// <summary>When it was made, RFC 3339 with the site's offset.</summary>
    [Required]
    public string At { get; set; } = string.Empty;

    /// <summary>What was wrong.</summary>
    [Required]
    public string Text { get; set; } = string.Empty;
}
