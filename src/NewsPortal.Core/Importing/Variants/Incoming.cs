using NewsPortal.Core.Importing.DryRuns;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Reimporting;

namespace NewsPortal.Core.Importing.Variants;

/// <summary>What becomes one article: an input, or the pages of a divided article, of which some may be kept in the store already.</summary>
/// <param name="Input">The input, or that of the first page.</param>
/// <param name="Extraction">What it became; with the text of all pages.</param>
internal sealed record Incoming(InputItem Input, Extraction Extraction)
{
    /// <summary>The other pages, in order.</summary>
    public IReadOnlyList<(InputItem Input, Extraction Extraction)> Further { get; init; } = [];

    /// <summary>The article that it is known to be; null where that is still to be found out.</summary>
    public long? ArticleId { get; init; }

    /// <summary>The article of this dry run that it is known to be; null where that is still to be found out.</summary>
    public ForetoldArticle? Foretold { get; init; }

    /// <summary>True where the article holds all of it already.</summary>
    public bool IsKnown { get; init; }

    /// <summary>What is to be reported: inputs that came now, and not those that were kept.</summary>
    public IEnumerable<(InputItem Input, Extraction Extraction)> Told =>
        Further.Prepend((Input, Extraction)).Where(page => page.Input is not KeptOriginal);

    /// <summary>Bytes that wait in memory.</summary>
    public long Length => Further.Sum(page => (long)(page.Input.File?.Bytes.Length ?? 0)) + (Input.File?.Bytes.Length ?? 0);
}
