namespace NewsPortal.Core.Articles;

/// <summary>
/// A picture as we drew it: decoded from what came in, turned upright, in sRGB, without metadata, encoded anew, and stored
/// once by the hash of that clean copy under the media folder.
/// </summary>
public sealed class Picture
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>SHA-256 of the clean copy's bytes, hexadecimal; unique.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>The clean copy's format: <c>.jpg</c>, or <c>.png</c> where it has transparency or few colours.</summary>
    public string Extension { get; set; } = string.Empty;

    /// <summary>Width in pixels.</summary>
    public int Width { get; set; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; set; }

    /// <summary>Length of the clean copy in bytes.</summary>
    public long Length { get; set; }

    /// <summary>Which of sixteen colours it comes nearest to, 0 to 15; shown until the picture arrives.</summary>
    public int Tone { get; set; }

    /// <summary>
    /// The rule by which its renditions were made: 0 where they are still to be made, negative where they could not be.
    /// Widths and formats follow from the rule, so no row is kept for each.
    /// </summary>
    public int Renditions { get; set; }

    /// <summary>When it was first stored.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>What it looks like; loaded where it is asked for, and stored with a picture that is taken in.</summary>
    public PictureLikeness? Likeness { get; set; }

    /// <summary>The clean copy's root-relative address.</summary>
    public string Path => $"/media/{Hash[..2]}/{Hash[2..32]}{Extension}";
}

/// <summary>The bytes that a picture came as: seen again, they are not decoded again.</summary>
public sealed class PictureInput
{
    /// <summary>SHA-256 of the bytes as they came, hexadecimal.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>What they became.</summary>
    public int PictureId { get; set; }

    /// <summary>What they became.</summary>
    public Picture Picture { get; set; } = null!;
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

    /// <summary>What a screen reader says; empty where somebody chose that it says nothing, null where nobody said.</summary>
    public string? AltText { get; set; }

    /// <summary>What is printed under it.</summary>
    public string? Caption { get; set; }

    /// <summary>Who made it.</summary>
    public string? Credit { get; set; }
}
