using System.Security.Cryptography;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Media;

/// <summary>The folder of pictures, content-addressed: the same bytes are one file, and no outside name ever reaches the disk.</summary>
public static class MediaFolder
{
    /// <summary>The file of a picture's clean copy.</summary>
    /// <param name="location">The store.</param>
    /// <param name="picture">The picture.</param>
    public static string FileOf(StoreLocation location, Picture picture) => Stem(location, picture) + picture.Extension;

    /// <summary>The file of a rendition; the clean copy's own where the rendition is no other.</summary>
    /// <param name="location">The store.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="rendition">One of its renditions.</param>
    public static string FileOf(StoreLocation location, Picture picture, Rendition rendition) =>
        rendition.IsItself(picture) ? FileOf(location, picture) : Stem(location, picture) + rendition.Suffix;

    /// <summary>Puts a clean copy on the disk, whole or not at all.</summary>
    /// <param name="location">The store.</param>
    /// <param name="clean">The clean copy.</param>
    /// <param name="nowUtc">When.</param>
    /// <returns>Its row, not yet stored.</returns>
    public static Picture Put(StoreLocation location, CleanPicture clean, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(clean);
        var picture = RowOf(clean, nowUtc);
        var file = FileOf(location, picture);
        if (!File.Exists(file))
        {
            Write(file, clean.Bytes);
        }

        return picture;
    }

    /// <summary>The row of a clean copy, not yet stored; nothing is put on the disk.</summary>
    /// <param name="clean">The clean copy.</param>
    /// <param name="nowUtc">When.</param>
    public static Picture RowOf(CleanPicture clean, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(clean);
        return new Picture
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(clean.Bytes)),
            Extension = clean.Extension,
            Width = clean.Width,
            Height = clean.Height,
            Length = clean.Bytes.Length,
            Tone = clean.Tone,
            CreatedUtc = nowUtc,
            Likeness = PictureLikeness.Of(clean.Likeness),
        };
    }

    /// <summary>Takes a picture and all of its renditions off the disk.</summary>
    /// <param name="location">The store.</param>
    /// <param name="picture">The picture; its row is gone already.</param>
    public static void Delete(StoreLocation location, Picture picture)
    {
        foreach (var rendition in Rendition.Files(picture))
        {
            File.Delete(FileOf(location, picture, rendition));
        }

        File.Delete(FileOf(location, picture));
    }

    /// <summary>Writes a file of the folder, whole or not at all.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="bytes">The bytes.</param>
    internal static void Write(string file, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var part = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);

                // On the disk before its row is: a row without its file would be a picture lost.
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: true);
        }
        catch
        {
            // A full disk is not to be filled with what was begun.
            File.Delete(part);
            throw;
        }
    }

    private static string Stem(StoreLocation location, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(picture);
        return Path.Combine(location.MediaDirectory, picture.Hash[..2], picture.Hash[2..]);
    }
}
