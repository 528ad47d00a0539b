namespace NewsPortal.Core.Importing.StatedTimes;

/// <summary>A date found inside a line.</summary>
/// <param name="Start">Where it starts, in UTF-16 units of the line.</param>
/// <param name="Length">How long it is, its clock time and zone included.</param>
/// <param name="Time">The moment.</param>
public sealed record StatedTimeMatch(int Start, int Length, StatedTime Time)
{
    /// <summary>The first unit after it.</summary>
    public int End => Start + Length;
}
