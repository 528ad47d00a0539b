namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>What all stories of a document share while they are read: its styles, its counts, its pictures and notes.</summary>
internal sealed class WordSource(WordStyles styles, WordNumbering numbering, WordLinks links, PartGuard guard, WordWarnings warnings)
{
    // Annotated editions have some thousand.
    private const int MostNotes = 10_000;

    private readonly List<NoteReference> notes = [];
    private readonly Dictionary<NoteReference, int> numbers = [];

    public WordStyles Styles { get; } = styles;

    public WordNumbering Numbering { get; } = numbering;

    public WordLinks Links => links;

    public WordPictures Pictures { get; } = new(links, warnings);

    public WordLength Length { get; } = new();

    public WordDiagrams Diagrams { get; } = new(guard);

    /// <summary>The footnotes and endnotes that the text refers to, in the order of the references: their numbers start at 1.</summary>
    public IReadOnlyList<NoteReference> Notes => notes;

    /// <summary>Says once what an editor should know.</summary>
    public void Warn(string message) => warnings.Add(message);

    /// <summary>The number of a note that the text refers to.</summary>
    /// <exception cref="RejectedInputException">The text refers to too many.</exception>
    public int NumberOf(NoteReference note)
    {
        if (numbers.TryGetValue(note, out var known)) return known;
        if (notes.Count == MostNotes) throw new RejectedInputException($"the document has too many notes, at most {MostNotes:N0} are read: divide it");
        notes.Add(note);
        numbers.Add(note, notes.Count);
        return notes.Count;
    }
}

/// <summary>A reference to a note.</summary>
/// <param name="IsEndnote">True for an endnote, false for a footnote.</param>
/// <param name="Id">Its id in its part.</param>
internal sealed record NoteReference(bool IsEndnote, string Id);
