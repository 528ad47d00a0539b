namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>How the text of a paragraph is set: in which size most of it, and whether all of it is bold.</summary>
internal sealed class TypeMeasure
{
    private readonly Dictionary<int, int> sizes = [];
    private int letters;
    private int bold;

    /// <summary>True where all text is bold.</summary>
    public bool AllBold => letters > 0 && bold == letters;

    /// <summary>The size of most of the text in half-points; 0 where there is no text.</summary>
    public int Size => sizes.Count == 0 ? 0 : sizes.MaxBy(size => (size.Value, size.Key)).Key;

    /// <summary>How many characters that are no white space were set.</summary>
    public int Letters => letters;

    public void Add(string text, bool isBold, int size)
    {
        var count = text.Count(c => !char.IsWhiteSpace(c));
        if (count == 0) return;
        letters += count;
        bold += isBold ? count : 0;
        sizes[size] = sizes.GetValueOrDefault(size) + count;
    }
}
