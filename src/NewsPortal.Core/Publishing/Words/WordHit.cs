namespace NewsPortal.Core.Publishing.Words;

/// <summary>A word of the publisher's list that stands in an article.</summary>
/// <param name="Wrong">The word.</param>
/// <param name="Right">What to write instead; empty where it is only to be thought about.</param>
/// <param name="Reason">Why; null where nobody said.</param>
/// <param name="Count">How often it stands there.</param>
/// <param name="Before">What stands before the first of them.</param>
/// <param name="After">What stands behind it.</param>
public sealed record WordHit(string Wrong, string Right, string? Reason, int Count, string Before, string After);
