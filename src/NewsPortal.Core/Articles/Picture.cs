namespace NewsPortal.Core.Articles;

/// <summary>A picture's bytes, stored once by content hash under the media folder.</summary>
public sealed class Picture
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>SHA-256 of the bytes, hexadecimal; unique.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>The file's extension by its bytes, not by its name: <c>.jpg</c>, <c>.png</c>, <c>.gif</c> or <c>.webp</c>.</summary>
    public string Extension { get; set; } = string.Empty;

    /// <summary>Width in pixels.</summary>
    public int Width { get; set; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; set; }

    /// <summary>Length in bytes.</summary>
    public long Length { get; set; }

    /// <summary>When it was first stored.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>Its root-relative address.</summary>
    public string Path => $"/media/{Hash[..2]}/{Hash[2..32]}{Extension}";
}

/// <summary>A picture's place in one article.</summary>
public sealed class ArticlePicture
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Its place, from 0; the N of <c>picture:N</c> in the body.</summary>
    public int Position { get; set; }

    /// <summary>The bytes; null where they are missing.</summary>
    public int? PictureId { get; set; }

    /// <summary>The bytes.</summary>
    public Picture? Picture { get; set; }

    /// <summary>The address that the file gave; null where the capture lost it.</summary>
    public string? OriginalSrc { get; set; }

    /// <summary>What a screen reader says.</summary>
    public string? AltText { get; set; }

    /// <summary>What is printed under it.</summary>
    public string? Caption { get; set; }

    /// <summary>Who made it.</summary>
    public string? Credit { get; set; }
}
