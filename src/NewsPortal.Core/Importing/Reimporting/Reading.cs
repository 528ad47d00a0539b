namespace NewsPortal.Core.Importing.Reimporting;

/// <summary>A kept original and what today's importer makes of it.</summary>
/// <param name="Original">The original.</param>
/// <param name="Extraction">What it became.</param>
internal sealed record Reading(KeptOriginal Original, Extraction Extraction)
{
    /// <summary>The result of a reading that today's importer refuses; the article stays as it is.</summary>
    /// <param name="reason">Why.</param>
    public ImportResult Refused(string? reason) =>
        new(Original.Path, ImportOutcome.Rejected, Original.Use.ArticleId, Error: reason, ErrorLine: Extraction.ErrorLine, Extraction: Extraction);
}
