namespace NewsPortal.Core.Documents;

/// <summary>Tells by a file's content what kind of document it is; its name alone proves nothing.</summary>
public static class DocumentCheck
{
    private static ReadOnlySpan<byte> PdfHead => "%PDF-"u8;

    private static ReadOnlySpan<byte> ZipHead => [(byte)'P', (byte)'K', 3, 4];

    private static ReadOnlySpan<byte> CompoundHead => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The kind of a document.</summary>
    /// <param name="content">Its bytes; read from place to place, never as a whole.</param>
    /// <param name="fileName">Its cleaned name, which must agree.</param>
    /// <exception cref="RefusedDocumentException">It is no document that is offered, or its name says another kind.</exception>
    public static DocumentKind Of(Stream content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        Span<byte> head = stackalloc byte[8];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        IReadOnlyList<DocumentKind> found = head.IsEmpty ? throw new RefusedDocumentException(DocumentProblem.Empty, fileName)
            : head.StartsWith(PdfHead) ? [DocumentKind.Pdf]
            : head.StartsWith(ZipHead) ? [PackedDocument.KindOf(content, fileName)]
            : head.SequenceEqual(CompoundHead) ? CompoundDocument.KindsOf(content, fileName)
            : throw new RefusedDocumentException(DocumentProblem.Kind, fileName);
        return DocumentKind.Of(fileName) is { } named && found.Contains(named) ? named : throw new RefusedDocumentException(DocumentProblem.Ending, fileName, found[0]);
    }
}
