namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>What all stories of a document share while they are read: its styles, its counts, its pictures and notes.</summary>
internal sealed class WordSource(WordStyles styles, WordNumbering numbering, List<ImportWarning> warnings)
{
    private readonly List<NoteReference> notes = [];

    public WordStyles Styles { get; } = styles;

    public WordNumbering Numbering { get; } = numbering;

    public WordPictures Pictures { get; } = new(warnings);

    public WordLength Length { get; } = new();

    public WordDiagrams Diagrams { get; } = new();

    /// <summary>The footnotes and endnotes that the text refers to, in the order of the references: their numbers start at 1.</summary>
    public IReadOnlyList<NoteReference> Notes => notes;

    /// <summary>Says once what an editor should know.</summary>
    public void Warn(string message)
    {
        if (!warnings.Exists(warning => warning.Message == message)) warnings.Add(new ImportWarning(0, message));
    }

    /// <summary>The number of a note that the text refers to.</summary>
    public int NumberOf(NoteReference note)
    {
        var known = notes.IndexOf(note);
        if (known >= 0) return known + 1;
        notes.Add(note);
        return notes.Count;
    }
}

/// <summary>A reference to a note.</summary>
/// <param name="IsEndnote">True for an endnote, false for a footnote.</param>
/// <param name="Id">Its id in its part.</param>
internal sealed record NoteReference(bool IsEndnote, string Id);
