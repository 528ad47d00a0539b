namespace NewsPortal.Core.Text;

/// <summary>Counts Unicode code points, the unit of ledgers.</summary>
public static class CodePoints
{
    /// <summary>How many there are; half a surrogate pair counts as one.</summary>
    /// <param name="text">The text.</param>
    public static int In(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}
