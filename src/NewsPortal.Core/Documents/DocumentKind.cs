namespace NewsPortal.Core.Documents;

/// <summary>A kind of document that readers may download.</summary>
/// <param name="Extension">How its files' names end, with the dot.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Name">What readers call it, in every language.</param>
public sealed record DocumentKind(string Extension, string MediaType, string Name)
{
    /// <summary>PDF.</summary>
    public static DocumentKind Pdf { get; } = new(".pdf", "application/pdf", "PDF");

    /// <summary>A text of Office.</summary>
    public static DocumentKind Docx { get; } = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word");

    /// <summary>A table of Office.</summary>
    public static DocumentKind Xlsx { get; } = new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel");

    /// <summary>Slides of Office.</summary>
    public static DocumentKind Pptx { get; } = new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint");

    /// <summary>A text of OpenDocument.</summary>
    public static DocumentKind Odt { get; } = new(".odt", "application/vnd.oasis.opendocument.text", "ODT");

    /// <summary>A table of OpenDocument.</summary>
    public static DocumentKind Ods { get; } = new(".ods", "application/vnd.oasis.opendocument.spreadsheet", "ODS");

    /// <summary>Slides of OpenDocument.</summary>
    public static DocumentKind Odp { get; } = new(".odp", "application/vnd.oasis.opendocument.presentation", "ODP");

    /// <summary>A text of Office before 2007.</summary>
    public static DocumentKind Doc { get; } = new(".doc", "application/msword", "Word");

    /// <summary>A table of Office before 2007.</summary>
    public static DocumentKind Xls { get; } = new(".xls", "application/vnd.ms-excel", "Excel");

    /// <summary>Slides of Office before 2007.</summary>
    public static DocumentKind Ppt { get; } = new(".ppt", "application/vnd.ms-powerpoint", "PowerPoint");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DocumentKind> All { get; } = [Pdf, Docx, Xlsx, Pptx, Odt, Ods, Odp, Doc, Xls, Ppt];

    /// <summary>All endings, as a form's field and a person read them.</summary>
    public static string Endings { get; } = string.Join(", ", All.Select(k => k.Extension));

    /// <summary>The kind of a name's ending; null where it is none of these.</summary>
    /// <param name="fileName">The name.</param>
    public static DocumentKind? Of(string fileName) => All.FirstOrDefault(k => k.Extension.Equals(Path.GetExtension(fileName), StringComparison.OrdinalIgnoreCase));
}
