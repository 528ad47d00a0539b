namespace NewsPortal.Core.Importing.Variants;

/// <summary>One page of an article that its site divides.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Count">How many there are, as far as this page tells; at least <paramref name="Number"/>.</param>
/// <param name="Address">The address that the pages share; null where none is known.</param>
internal sealed record PageOfArticle(int Number, int Count, PageAddress? Address);
