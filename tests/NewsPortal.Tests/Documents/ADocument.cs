using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NewsPortal.Tests.Documents;

/// <summary>Documents made here, byte by byte: as small as they can be and still be what they are.</summary>
internal static class ADocument
{
    private const string OfficeTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static byte[] Pdf(string text = "1", int padding = 0) =>
        Encoding.ASCII.GetBytes($"%PDF-1.4\n{text}\n{new string(' ', padding)}\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Docx(params (string Name, string Text)[] more) =>
        Office("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", more);

    public static byte[] Xlsx(params (string Name, string Text)[] more) =>
        Office("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", more);

    public static byte[] Pptx() => Office("/ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml");

    public static byte[] Office(string part, string type, params (string Name, string Text)[] more) => Zip(
        [("[Content_Types].xml", $"<Types xmlns=\"{OfficeTypes}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"{part}\" ContentType=\"{type}\"/></Types>"), (part[1..], "<x/>"), .. more]);

    public static byte[] Open(string kind, params (string Name, string Text)[] more) =>
        Zip([("mimetype", $"application/vnd.oasis.opendocument.{kind}"), ("content.xml", "<x/>"), .. more]);

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A compound file whose directory has these streams.</summary>
    public static byte[] Compound(params string[] streams)
    {
        var bytes = new byte[512 + (128 * (streams.Length + 1))];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        foreach (var (nth, name) in streams.Index())
        {
            var entry = bytes.AsSpan(512 + (128 * (nth + 1)), 128);
            Encoding.Unicode.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
            entry[66] = 2;
        }

        return bytes;
    }
}
