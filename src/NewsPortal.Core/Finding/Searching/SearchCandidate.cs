namespace NewsPortal.Core.Finding.Searching;

/// <summary>An article that matches, with what ranking and counting need of it.</summary>
/// <param name="Key">Its row in the index.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="SectionId">Its section.</param>
/// <param name="SourceId">Its source.</param>
/// <param name="PublishedUtc">Its time.</param>
/// <param name="Headline">Letters and digits of its headline, folded.</param>
internal sealed record SearchCandidate(long Key, long ArticleId, int SectionId, int? SourceId, DateTime PublishedUtc, string Headline);
