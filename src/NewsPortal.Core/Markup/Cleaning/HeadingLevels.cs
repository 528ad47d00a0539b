namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>
/// Raises a body's headings so that the highest is an <c>h2</c>: the page's headline is the <c>h1</c> above it, and an
/// outline without gaps is how a screen reader moves through a page.
/// </summary>
internal static class HeadingLevels
{
    private static readonly string[] Levels = ["h2", "h3", "h4"];

    public static IReadOnlyList<FlowNode> Raise(IReadOnlyList<FlowNode> blocks)
    {
        var highest = Highest(blocks);
        return highest is 0 or int.MaxValue ? blocks : Raised(blocks, highest);
    }

    private static int Highest(IEnumerable<FlowNode> blocks) => blocks.Select(block => block switch
    {
        ProseNode prose when Array.IndexOf(Levels, prose.Tag) is var level and >= 0 => level,
        GroupNode group => Highest(group.Children),
        TableNode table => table.Rows.SelectMany(row => row.Cells).Select(cell => Highest(cell.Children)).DefaultIfEmpty(int.MaxValue).Min(),
        _ => int.MaxValue,
    }).DefaultIfEmpty(int.MaxValue).Min();

    private static List<FlowNode> Raised(IReadOnlyList<FlowNode> blocks, int by) => [.. blocks.Select(block => block switch
    {
        ProseNode prose when Array.IndexOf(Levels, prose.Tag) is var level and >= 0 => prose with { Tag = Levels[level - by] },
        GroupNode group => group with { Children = Raised(group.Children, by) },
        TableNode table => table with { Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Children = Raised(cell.Children, by) })] })] },
        _ => block,
    })];
}
