using System.Buffers.Binary;
using System.Text;

namespace NewsPortal.Core.Documents;

/// <summary>
/// Documents of Office before 2007, compound files ([MS-CFB]). Entries of their directory are 128 bytes long and lie at
/// multiples of 128, so that one pass over the file finds their names without following its chains.
/// </summary>
internal static class CompoundDocument
{
    private const int EntrySize = 128;
    private const int LongestName = 64;

    private static readonly Dictionary<string, DocumentKind?> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WordDocument"] = DocumentKind.Doc,
        ["Workbook"] = DocumentKind.Xls,
        ["Book"] = DocumentKind.Xls,
        ["PowerPoint Document"] = DocumentKind.Ppt,
        ["_VBA_PROJECT"] = null,
        ["_VBA_PROJECT_CUR"] = null,
        ["EncryptedPackage"] = null,
    };

    /// <summary>The kinds that a file can be: a text that holds a table is a text by its name.</summary>
    public static IReadOnlyList<DocumentKind> KindsOf(Stream content, string fileName)
    {
        var names = NamesOf(content);
        if (names.Contains("EncryptedPackage"))
        {
            throw new RefusedDocumentException(DocumentProblem.Password, fileName);
        }

        if (names.Contains("_VBA_PROJECT") || names.Contains("_VBA_PROJECT_CUR"))
        {
            throw new RefusedDocumentException(DocumentProblem.Macros, fileName);
        }

        List<DocumentKind> kinds = [.. names.Select(n => Telling[n]).OfType<DocumentKind>().Distinct()];
        return kinds.Count > 0 ? kinds : throw new RefusedDocumentException(DocumentProblem.Kind, fileName);
    }

    private static HashSet<string> NamesOf(Stream content)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var buffer = new byte[EntrySize * 1024];
        content.Position = 0;
        for (int read; (read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) >= EntrySize;)
        {
            for (var at = 0; at + EntrySize <= read; at += EntrySize)
            {
                if (NameOf(buffer.AsSpan(at, EntrySize)) is { } name && Telling.ContainsKey(name))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    // The name, its length in bytes with the closing zero, and what it names: a storage (1) or a stream (2).
    private static string? NameOf(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[LongestName..]);
        return entry[LongestName + 2] is 1 or 2 && length is > 2 and <= LongestName && length % 2 == 0 ? Encoding.Unicode.GetString(entry[..(length - 2)]) : null;
    }
}
