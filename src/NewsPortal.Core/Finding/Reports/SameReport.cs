namespace NewsPortal.Core.Finding;

/// <summary>Tells reprints of one report from two reports of one event: by how much of the shorter text stands in the longer one.</summary>
/// <remarks>
/// Width and punctuation are folded away first: they alone move a 64-bit SimHash by 15 bits. Containment stays near 1 through
/// cuts, changed headlines and dropped captions, where likeness of the whole texts falls.
/// </remarks>
public static class SameReport
{
    private const int PieceLength = 6;
    private const int LeastPieces = 40;
    private const double LeastContainment = 0.75;

    // A digest holds many reports whole without being any of them.
    private const double LeastShare = 0.3;

    // A text that begins with the other one is its cut, however little was left of it.
    private const double LeastShareOfCut = 0.1;

    /// <summary>True where two texts are one report.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    public static bool Are(string one, string other) => Are(new ReportText(one), new ReportText(other));

    internal static bool Are(ReportText one, ReportText other)
    {
        var (few, many) = one.Pieces.Count <= other.Pieces.Count ? (one, other) : (other, one);
        if (few.Pieces.Count < LeastPieces || few.Pieces.Count < many.Pieces.Count * LeastShareOfCut)
        {
            return false;
        }

        var contained = few.Pieces.Count(many.Pieces.Contains);
        return contained >= few.Pieces.Count * LeastContainment
            && (few.Pieces.Count >= many.Pieces.Count * LeastShare || many.Opening.StartsWith(few.Opening, StringComparison.Ordinal));
    }

    /// <summary>A text made ready for comparison.</summary>
    internal sealed class ReportText
    {
        private const int OpeningLength = 60;

        public ReportText(string text)
        {
            var folded = Text.Folding.ForComparison(text);
            Opening = folded[..Math.Min(OpeningLength, folded.Length)];
            Pieces = ReportSketch.Pieces(folded, PieceLength);
        }

        public HashSet<long> Pieces { get; }

        public string Opening { get; }
    }
}
