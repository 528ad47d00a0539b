namespace NewsPortal.Core.Articles;

/// <summary>A document that readers may download: a PDF or an Office file. Its bytes lie in the media folder, named by their hash.</summary>
public sealed class Attachment
{
    /// <summary>Number, part of its address.</summary>
    public int Id { get; set; }

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits; the same bytes are one attachment.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>Name under which readers save it, with its ending.</summary>
    public string FileName { get; set; } = string.Empty;

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTime AddedUtc { get; set; }

    /// <summary>Who uploaded it.</summary>
    public string AddedBy { get; set; } = string.Empty;

    /// <summary>Its address for readers.</summary>
    public string Path => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/files/{Id}/{Uri.EscapeDataString(FileName)}");
}

/// <summary>A place where an article offers an attachment.</summary>
public sealed class ArticleAttachment
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>The attachment.</summary>
    public int AttachmentId { get; set; }

    /// <summary>The attachment itself, where it was read along.</summary>
    public Attachment Attachment { get; set; } = null!;

    /// <summary>Its place among the article's attachments, from 0.</summary>
    public int Place { get; set; }

    /// <summary>What readers see as its title; empty where the file's name serves.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>What readers see: the title, or the file's name.</summary>
    public string Shown => Title.Length > 0 ? Title : Attachment.FileName;
}
