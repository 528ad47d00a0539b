namespace NewsPortal.Core.Documents;

/// <summary>A file is not taken in as an attachment; the message names it and says what to do.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="fileName">The file's name, cleaned.</param>
/// <param name="found">What the content is, where the name says something else.</param>
public sealed class RefusedDocumentException(DocumentProblem problem, string fileName, DocumentKind? found = null)
    : Exception($"{fileName}: {Reason(problem, found)}")
{
    /// <summary>What is wrong.</summary>
    public DocumentProblem Problem { get; } = problem;

    /// <summary>The file's name, cleaned.</summary>
    public string FileName { get; } = fileName;

    /// <summary>What the content is, where the name says something else.</summary>
    public DocumentKind? Found { get; } = found;

    private static string Reason(DocumentProblem problem, DocumentKind? found) => problem switch
    {
        DocumentProblem.Empty => "the file is empty. Choose another.",
        DocumentProblem.TooLarge => "the file is larger than an attachment may be. Make it smaller, for instance with smaller pictures.",
        DocumentProblem.Macros => "the file holds macros, which can do harm on readers' machines. Save it without macros, or as PDF.",
        DocumentProblem.Password => "the file has a password. Save it without one, or as PDF.",
        DocumentProblem.Archive => "archives are not offered to readers. Send the documents in it one by one.",
        DocumentProblem.Ending => $"its content is another than its name says. Rename it to end in {found?.Extension}, or save it again.",
        DocumentProblem.Damaged => "the file is damaged. Open it, save it again, and send that.",
        _ => $"it is no document that readers may be offered ({DocumentKind.Endings}). Save it as PDF.",
    };
}

/// <summary>Why a file is not taken in.</summary>
public enum DocumentProblem
{
    /// <summary>It is none of the kinds that are offered.</summary>
    Kind,

    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is larger than allowed.</summary>
    TooLarge,

    /// <summary>It holds macros.</summary>
    Macros,

    /// <summary>It is locked.</summary>
    Password,

    /// <summary>It is an archive and no document.</summary>
    Archive,

    /// <summary>Its name says another kind than its content.</summary>
    Ending,

    /// <summary>It cannot be read.</summary>
    Damaged,
}
