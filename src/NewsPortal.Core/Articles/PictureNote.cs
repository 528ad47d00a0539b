namespace NewsPortal.Core.Articles;

/// <summary>What the media library knows of a picture, wherever it is used.</summary>
public sealed class PictureNote
{
    /// <summary>The picture.</summary>
    public int PictureId { get; set; }

    /// <summary>What it is called in the library; null for its file's name or its first caption.</summary>
    public string? Title { get; set; }

    /// <summary>What a screen reader says where an article says nothing of its own.</summary>
    public string? AltText { get; set; }

    /// <summary>Who made it; offered where it is put into an article.</summary>
    public string? Credit { get; set; }

    /// <summary>By what right it is used: a licence, an agency's number.</summary>
    public string? Licence { get; set; }

    /// <summary>What matters most in it, in per cent of its width from the left; crops keep it in view. Null for the middle.</summary>
    public int? FocalX { get; set; }

    /// <summary>The same, in per cent of its height from the top.</summary>
    public int? FocalY { get; set; }

    /// <summary>When someone last changed this.</summary>
    public DateTime UpdatedUtc { get; set; }
}
