using System.ComponentModel.DataAnnotations;

namespace NewsPortal.Web.Api.Resources;

/// <summary>A section, source, tag or writer.</summary>
public sealed class NameLink
{
    /// <summary>Its name as shown.</summary>
    [Required]
    public string Name { get; set; } = string.Empty;

    /// <summary>Its part of the address; what filters take.</summary>
    [Required]
    public string Slug { get; set; } = string.Empty;

    /// <summary>The address of its page.</summary>
    [Required]
    public string Url { get; set; } = string.Empty;
}
