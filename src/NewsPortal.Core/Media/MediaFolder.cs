using System.Security.Cryptography;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Media;

/// <summary>The folder of pictures, content-addressed: the same bytes are one file, and no outside name ever reaches the disk.</summary>
public static class MediaFolder
{
    /// <summary>The longest picture taken, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>A picture's file.</summary>
    /// <param name="location">The store.</param>
    /// <param name="picture">The picture.</param>
    public static string FileOf(StoreLocation location, Picture picture)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(picture);
        return Path.Combine(location.MediaDirectory, picture.Hash[..2], picture.Hash[2..] + picture.Extension);
    }

    /// <summary>Puts a picture's bytes on the disk, whole or not at all.</summary>
    /// <param name="location">The store.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="nowUtc">When.</param>
    /// <returns>Its row, not yet stored; null where the bytes are no picture that a browser shows, or too large.</returns>
    public static Picture? Put(StoreLocation location, ReadOnlySpan<byte> bytes, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (bytes.Length > MostBytes || PictureFormat.Of(bytes) is not { } format)
        {
            return null;
        }

        var picture = new Picture
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Extension = format.Extension,
            Width = format.Width,
            Height = format.Height,
            Length = bytes.Length,
            CreatedUtc = nowUtc,
        };
        var file = FileOf(location, picture);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var part = $"{file}.{Guid.NewGuid():N}.part";
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);

                // On the disk before its row is: a row without its file would be a picture lost.
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: true);
        }

        return picture;
    }
}
