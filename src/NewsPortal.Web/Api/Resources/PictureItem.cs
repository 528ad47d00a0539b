using System.ComponentModel.DataAnnotations;

namespace NewsPortal.Web.Api.Resources;

/// <summary>A picture of an article. One whose bytes the source lost has no address, only its words.</summary>
public sealed class PictureItem
{
    /// <summary>What a screen reader says.</summary>
    public string? Alt { get; set; }

    /// <summary>What is printed under it.</summary>
    public string? Caption { get; set; }

    /// <summary>Who made it.</summary>
    public string? Credit { get; set; }

    /// <summary>The whole picture as JPEG or PNG.</summary>
    public RenditionItem? Whole { get; set; }

    /// <summary>The same in other widths and formats, once they are made; the narrowest of each format first.</summary>
    [Required]
    public IReadOnlyList<RenditionItem> Renditions { get; set; } = [];
}

/// <summary>A picture in one width and format.</summary>
public sealed class RenditionItem
{
    /// <summary>Its address.</summary>
    [Required]
    public string Url { get; set; } = string.Empty;

    /// <summary>In pixels.</summary>
    [Required]
    public int Width { get; set; }

    /// <summary>In pixels.</summary>
    [Required]
    public int Height { get; set; }

    /// <summary>Its format.</summary>
    [Required]
    public string MediaType { get; set; } = string.Empty;

    /// <summary>Cut to 3:2 for cards; otherwise the whole picture.</summary>
    [Required]
    public bool Cut { get; set; }
}
