using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Publishing.Words;

namespace NewsPortal.Core.Importing;

/// <summary>What became of one input.</summary>
public enum ImportOutcome
{
    /// <summary>A new article.</summary>
    Added,

    /// <summary>An article that the store held, with other content now.</summary>
    Revised,

    /// <summary>Nothing changed.</summary>
    Unchanged,

    /// <summary>Refused.</summary>
    Rejected,
}

/// <summary>One input's line in the report.</summary>
/// <param name="Path">The input.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ArticleId">The article; null where it was rejected or nothing is stored.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Address">The article's address.</param>
/// <param name="Error">Why it was rejected, and what to do.</param>
/// <param name="ErrorLine">The line that the error is about; 0 for the whole input.</param>
/// <param name="Warnings">Doubts and repairs.</param>
/// <param name="Extraction">What was read, with the account of every character.</param>
/// <param name="Changes">Which fields a new reading of the original changes; null where there was none.</param>
/// <param name="Words">Words of the publisher's list that stand in it; null where there is none, or nobody asked.</param>
public sealed record ImportResult(
    string Path,
    ImportOutcome Outcome,
    long? ArticleId = null,
    string? Headline = null,
    string? Address = null,
    string? Error = null,
    int ErrorLine = 0,
    IReadOnlyList<ImportWarning>? Warnings = null,
    Extraction? Extraction = null,
    IReadOnlyList<FieldChange>? Changes = null,
    IReadOnlyList<WordHit>? Words = null);

/// <summary>The counts of a run.</summary>
public sealed class ImportReport
{
    /// <summary>The run's number in the store; 0 where nothing is stored.</summary>
    public long RunId { get; internal set; }

    /// <summary>New articles.</summary>
    public int Added { get; private set; }

    /// <summary>Articles with other content.</summary>
    public int Revised { get; private set; }

    /// <summary>Inputs that changed nothing.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Inputs that were refused.</summary>
    public int Rejected { get; private set; }

    /// <summary>Inputs in all.</summary>
    public int Total => Added + Revised + Unchanged + Rejected;

    /// <summary>Counts an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public void Count(ImportOutcome outcome)
    {
        switch (outcome)
        {
            case ImportOutcome.Added:
                Added++;
                break;
            case ImportOutcome.Revised:
                Revised++;
                break;
            case ImportOutcome.Unchanged:
                Unchanged++;
                break;
            default:
                Rejected++;
                break;
        }
    }

    /// <summary>The line that scripts rely on.</summary>
    public override string ToString() => $"added {Added}, revised {Revised}, unchanged {Unchanged}, rejected {Rejected}";
}
