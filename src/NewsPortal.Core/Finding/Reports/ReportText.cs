using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>A text made ready to be compared with other texts.</summary>
internal sealed class ReportText
{
    private const int PieceLength = 6;
    private const int OpeningLength = 60;
    private const int LeastPieces = 40;
    private const double LeastContainment = 0.75;

    // A digest holds many reports whole without being any of them; but what begins with the other is its cut, however
    // little was left of it.
    private const double LeastShare = 0.3;
    private const double LeastShareOfCut = 0.1;

    private readonly HashSet<long> _pieces;
    private readonly string _opening;

    /// <summary>Makes one ready.</summary>
    /// <param name="text">The text.</param>
    public ReportText(string text)
    {
        var folded = Folding.ForComparison(text);
        _opening = folded[..Math.Min(OpeningLength, folded.Length)];
        _pieces = ReportSketch.Pieces(folded, PieceLength);
    }

    /// <summary>How many different pieces it has.</summary>
    public int Length => _pieces.Count;

    /// <summary>True where the shorter of two texts stands in the longer one, and is more than a small part of it.</summary>
    /// <param name="other">The other.</param>
    public bool IsSameAs(ReportText other)
    {
        var (few, many) = Length <= other.Length ? (this, other) : (other, this);
        return few.Length >= LeastPieces
            && (few.Length >= many.Length * LeastShare || (few.Length >= many.Length * LeastShareOfCut && many._opening.StartsWith(few._opening, StringComparison.Ordinal)))
            && few.ShareIn(many) >= LeastContainment;
    }

    /// <summary>The share of its pieces that stand in another text, 0 to 1.</summary>
    /// <param name="other">The other.</param>
    public double ShareIn(ReportText other) => Length == 0 ? 0 : (double)_pieces.Count(other._pieces.Contains) / Length;
}
