namespace NewsPortal.Core.Text;

/// <summary>The overlapping pieces of a text, by which two texts are compared whatever their punctuation, width or case.</summary>
public static class Shingles
{
    /// <summary>Cuts a text, folded for comparison, into pieces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Characters a piece.</param>
    public static HashSet<string> Of(string text, int length)
    {
        var folded = Folding.ForComparison(text);
        var shingles = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + length <= folded.Length; i++)
        {
            shingles.Add(folded.Substring(i, length));
        }

        return shingles;
    }
}
