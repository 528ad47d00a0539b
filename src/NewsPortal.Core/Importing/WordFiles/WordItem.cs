namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>A line or a table in the flow of a document.</summary>
/// <param name="Line">The line; null for a table.</param>
/// <param name="Table">The table; null for a line.</param>
internal sealed record WordItem(WordLine? Line, WordTable? Table)
{
    /// <summary>The flow of blocks. A table of a single column only frames what stands in it.</summary>
    public static List<WordItem> Of(IEnumerable<WordBlock> blocks)
    {
        var items = new List<WordItem>();
        foreach (var block in blocks)
        {
            if (block is WordParagraph paragraph) items.AddRange(paragraph.Lines.Where(IsShown).Select(line => new WordItem(line, null)));
            else if (block is WordTable table && table.Rows.All(row => row.Cells.Count <= 1)) items.AddRange(Of(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks)));
            else items.Add(new WordItem(null, (WordTable)block));
        }

        return items;
    }

    private static bool IsShown(WordLine line) => line.Unit is not null || line.IsPicture;
}
