using System.IO.Compression;
using System.Runtime.InteropServices;
using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// The zip archive that a .docx is. It is inflated once, counted and thrown away before anything interprets it: an archive
/// can lie about its sizes, and the library that reads it afterwards sets no limits of its own.
/// </summary>
internal static class WordContainer
{
    // A document has a dozen parts and one for each picture. The library walks from part to part, so their number is also its depth.
    private const int MostParts = 3000;

    private const string SaveAs = "open it in Word or WPS and save it as .docx";

    /// <summary>Refuses everything that is not a zip archive within limits, naming what it is instead.</summary>
    /// <exception cref="RejectedInputException">It is no .docx, is encrypted, damaged or too large.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes)
    {
        RefuseOthers(bytes.Span);
        try
        {
            using var archive = Open(bytes);
            if (archive.Entries.Count > MostParts)
                throw new RejectedInputException($"the Word file has {archive.Entries.Count:N0} parts, at most {MostParts:N0} are read");
            var buffer = new byte[64 * 1024];
            var total = 0L;
            foreach (var entry in archive.Entries) Count(entry, buffer, ref total);
        }
        catch (Exception error) when (ZipContents.IsDamage(error))
        {
            throw new RejectedInputException($"the Word file is damaged, {SaveAs} again: {error.Message.Split('\n')[0]}");
        }
    }

    /// <summary>The bytes of one part, such as a picture; null where it is missing or beyond the limits.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="name">The part's name in the archive: <c>word/media/image1.png</c>.</param>
    public static byte[]? Part(ReadOnlyMemory<byte> bytes, string name)
    {
        try
        {
            using var archive = Open(bytes);
            var entry = archive.Entries.FirstOrDefault(e => string.Equals(e.FullName, name, StringComparison.OrdinalIgnoreCase));
            if (entry is null || IsBomb(entry, entry.Length)) return null;
            using var stream = entry.Open();
            return InputReader.ReadLimited(stream, entry.Length);
        }
        catch (Exception error) when (ZipContents.IsDamage(error))
        {
            return null;
        }
    }

    private static ZipArchive Open(ReadOnlyMemory<byte> bytes) =>
        new(Stream(bytes), ZipArchiveMode.Read, leaveOpen: false);

    /// <summary>The bytes as a stream, without a copy where they are an array.</summary>
    public static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static void Count(ZipArchiveEntry entry, byte[] buffer, ref long total)
    {
        if (entry.IsEncrypted) throw new RejectedInputException("the Word file is encrypted: save it without a password and import it again");
        using var stream = entry.Open();
        var length = 0L;
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            length += read;
            total += read;
            if (length > InputLimits.LargestFile) throw TooLarge($"its part \"{Named(entry)}\" unpacks to more than {InputLimits.LargestFile / 1024 / 1024} MB");
            if (IsBomb(entry, length)) throw TooLarge($"its part \"{Named(entry)}\" unpacks to more than {InputLimits.LargestRatio} times its size, which no document does");
            if (total > InputLimits.LargestDocument) throw TooLarge($"it unpacks to more than {InputLimits.LargestDocument / 1024 / 1024} MB");
        }
    }

    private static bool IsBomb(ZipArchiveEntry entry, long length) => length > 1024 * 1024 && length / InputLimits.LargestRatio > entry.CompressedLength;

    private static string Named(ZipArchiveEntry entry) =>
        string.Concat(entry.FullName.Take(80).Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static RejectedInputException TooLarge(string what) => new($"the Word file is too large: {what}; make its pictures smaller or divide it");

    private static void RefuseOthers(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8)) return;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            // Word puts an encrypted document into the container of the old format, under this name.
            throw new RejectedInputException(bytes.IndexOf(Wide("EncryptedPackage")) >= 0
                ? "the Word file is encrypted (password-protected): save it without a password and import it again"
                : $"this is a file of the old binary Word format (.doc): {SaveAs}");
        }

        if (bytes.StartsWith(@"{\rtf"u8)) throw new RejectedInputException($"this is Rich Text (.rtf) under another name: {SaveAs}");
        var start = bytes.TrimStart(" \t\r\n\uFEFF"u8);
        throw new RejectedInputException(start.StartsWith("<"u8)
            ? $"this is a web page or XML under the name of a Word file: {SaveAs}, or name it .html"
            : "this is no Word file: a .docx is a zip archive and begins with \"PK\"");
    }

    private static byte[] Wide(string name) => System.Text.Encoding.Unicode.GetBytes(name);
}
