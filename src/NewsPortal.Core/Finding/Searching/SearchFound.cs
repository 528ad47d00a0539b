namespace NewsPortal.Core.Finding.Searching;

/// <summary>All that a search found, in order, before a page of it is cut.</summary>
/// <param name="Ranked">The articles, best first.</param>
/// <param name="IsFloor">There are more.</param>
/// <param name="Widened">No article holds all of the query.</param>
/// <param name="Marked">What highlights look for.</param>
/// <param name="Spelt">Syllables by which headlines were found; null where letters were taken as they are.</param>
internal sealed record SearchFound(
    IReadOnlyList<SearchCandidate> Ranked, bool IsFloor, bool Widened, IReadOnlyList<string> Marked, PinyinQuery? Spelt = null)
{
    /// <summary>Nothing.</summary>
    public static SearchFound Nothing { get; } = new([], false, false, []);
}
