namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// Counts what is read of a document while it is read. A part can be referred to more often than it is stored, so neither
/// the file's size nor the number of its elements says how much comes out of it.
/// </summary>
internal sealed class WordLength
{
    // At forty characters a paragraph, empty ones included, this is four times the longest body.
    private const int MostParagraphs = 200_000;

    private long characters;
    private int paragraphs;

    /// <summary>Counts a piece of text.</summary>
    /// <exception cref="RejectedInputException">The document is longer than any body that is stored.</exception>
    public void Count(WordPiece piece)
    {
        characters += piece.Text.Length + (piece.Above?.Length ?? 0);
        if (characters > ArticleCompletion.LongestBody)
            throw new RejectedInputException($"the document has too many characters, at most {ArticleCompletion.LongestBody:N0} are stored: divide it");
    }

    /// <summary>Counts a paragraph.</summary>
    /// <exception cref="RejectedInputException">The document has more than any book.</exception>
    public void CountParagraph()
    {
        if (++paragraphs > MostParagraphs)
            throw new RejectedInputException($"the document has too many paragraphs, at most {MostParagraphs:N0} are read: divide it");
    }
}
