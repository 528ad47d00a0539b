namespace NewsPortal.Core.Importing;

/// <summary>How an import is to be done.</summary>
/// <param name="Actor">Who asks, for the ledger.</param>
/// <param name="Zone">The site's zone.</param>
/// <param name="Section">The section for everything; null leaves it to file and folder.</param>
/// <param name="Draft">Nothing becomes public.</param>
/// <param name="DryRun">Nothing is stored; the report says what would be.</param>
/// <param name="EncodingName">The encoding of all files; null to decide by the bytes.</param>
/// <param name="IsSample">Which paths below the imported root are sample content.</param>
/// <param name="Refuses">Given a stored article, without its body, why whoever imports may not change it; null where he may.</param>
/// <param name="Records">Each article that changes gets an entry in the record of acts: somebody, or a program with a token, sent it.</param>
/// <param name="Words">Asked before an article becomes public or a public one changes; null asks nothing.</param>
public sealed record ImportOptions(
    string Actor,
    TimeZoneInfo Zone,
    string? Section = null,
    bool Draft = false,
    bool DryRun = false,
    string? EncodingName = null,
    Predicate<string>? IsSample = null,
    Func<Articles.Article, string?>? Refuses = null,
    bool Records = false,
    WordCheck? Words = null);
