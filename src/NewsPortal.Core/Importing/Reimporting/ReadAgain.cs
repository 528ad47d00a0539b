using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>Reads the kept files of an article again, for whoever wants to see what became of every line.</summary>
public static class ReadAgain
{
    /// <summary>Reads them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="zone">The site's zone.</param>
    /// <returns>What each file becomes today, the first page first; none for an article that was written here.</returns>
    public static IReadOnlyList<Extraction> Of(NewsStore store, long article, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(store);
        return [.. new KeptOriginals(store).Of([article]).SelectMany(first => first.Further.Prepend(first))
            .Select(kept => kept.File is null
                ? new Extraction(kept.Path, null, null, null, null, kept.Reason)
                : ArticleExtractor.Extract(kept.File, new ExtractionOptions(zone, kept.EncodingName)))];
    }
}
