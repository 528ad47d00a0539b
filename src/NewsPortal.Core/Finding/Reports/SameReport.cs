namespace NewsPortal.Core.Finding;

/// <summary>Tells reprints of one report from two reports of one event: by how much of the shorter text stands in the longer one.</summary>
/// <remarks>
/// Width and punctuation are folded away first: they alone move a 64-bit SimHash by 15 bits. Containment stays near 1 through
/// cuts, changed headlines and dropped captions, where likeness of the whole texts falls.
/// </remarks>
public static class SameReport
{
    /// <summary>True where two texts are one report.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    public static bool Are(string one, string other) => new ReportText(one).IsSameAs(new ReportText(other));
}
