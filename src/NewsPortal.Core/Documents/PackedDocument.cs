using System.IO.Compression;
using System.Text;
using System.Xml;
using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Core.Documents;

/// <summary>Documents that are archives: Office since 2007 (ECMA-376, part 2) and OpenDocument (part 3, "Packages").</summary>
internal static class PackedDocument
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int LongestPart = 4 * 1024 * 1024;
    private const int LongestType = 200;
    private const int MostEntries = 50_000;

    private static readonly (string Type, DocumentKind Kind)[] MainParts =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", DocumentKind.Docx),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", DocumentKind.Xlsx),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", DocumentKind.Pptx),
    ];

    /// <summary>The kind of an archive.</summary>
    /// <exception cref="RefusedDocumentException">It is no document, holds macros, or cannot be read.</exception>
    public static DocumentKind KindOf(Stream content, string fileName)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count is 0 or > MostEntries)
            {
                throw new RefusedDocumentException(DocumentProblem.Damaged, fileName);
            }

            var kind = archive.GetEntry(ContentTypes) is { } types ? OfficeKind(archive, types, fileName) : OpenKind(archive);
            return kind is null ? throw new RefusedDocumentException(DocumentProblem.Archive, fileName)
                : HasMacros(archive) ? throw new RefusedDocumentException(DocumentProblem.Macros, fileName)
                : kind;
        }
        catch (Exception e) when (ZipContents.IsDamage(e) || e is XmlException)
        {
            throw new RefusedDocumentException(DocumentProblem.Damaged, fileName);
        }
    }

    private static DocumentKind? OfficeKind(ZipArchive archive, ZipArchiveEntry types, string fileName)
    {
        DocumentKind? kind = null;
        using var stream = types.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPart });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.GetAttribute("ContentType") is not { } type)
            {
                continue;
            }

            // What the part is called is its author's choice: the type alone makes it a project of macros.
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                throw new RefusedDocumentException(DocumentProblem.Macros, fileName);
            }

            var isThere = xml.GetAttribute("PartName") is not { } part || archive.GetEntry(part.TrimStart('/')) is not null;
            kind ??= isThere ? Array.Find(MainParts, m => m.Type.Equals(type, StringComparison.OrdinalIgnoreCase)).Kind : null;
        }

        return kind;
    }

    private static DocumentKind? OpenKind(ZipArchive archive)
    {
        if (archive.Entries[0] is not { FullName: "mimetype", Length: < LongestType } first)
        {
            return null;
        }

        using var stream = first.Open();
        var bytes = new byte[LongestType];
        var type = Encoding.ASCII.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim();
        return archive.GetEntry("content.xml") is null ? null : Array.Find([DocumentKind.Odt, DocumentKind.Ods, DocumentKind.Odp], k => k.MediaType == type);
    }

    private static bool HasMacros(ZipArchive archive) => archive.Entries.Any(e =>
        e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || e.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase));
}
