using NewsPortal.Core.Importing;

namespace NewsPortal.Web.Writing;

/// <summary>What became of what a program sent.</summary>
/// <param name="Added">New articles.</param>
/// <param name="Revised">Articles with other content.</param>
/// <param name="Unchanged">Inputs that changed nothing.</param>
/// <param name="Rejected">Inputs that were refused.</param>
/// <param name="Results">Each input's fate, in their order.</param>
public sealed record SentReport(int Added, int Revised, int Unchanged, int Rejected, IReadOnlyList<SentResult> Results);

/// <summary>One input's fate.</summary>
/// <param name="Path">What it is called.</param>
/// <param name="Outcome"><c>added</c>, <c>revised</c>, <c>unchanged</c> or <c>rejected</c>.</param>
/// <param name="Number">The article's number; absent where it was rejected.</param>
/// <param name="Url">Its address; absent where it was rejected.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Error">Why it was rejected, and what to do.</param>
/// <param name="Line">The line that the error is about.</param>
/// <param name="Warnings">Doubts and repairs.</param>
public sealed record SentResult(
    string Path, string Outcome, long? Number, string? Url, string? Headline, string? Error, int? Line, IReadOnlyList<string>? Warnings)
{
    /// <summary>A line of the importer's report.</summary>
    /// <param name="result">The line.</param>
    /// <param name="baseUrl">The site's address.</param>
    public static SentResult Of(ImportResult result, string baseUrl)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new SentResult(
            result.Path,
            result.Outcome.ToString().ToLowerInvariant(),
            result.ArticleId,
            result.Address is { } address ? baseUrl + address : null,
            result.Headline,
            result.Error,
            result.ErrorLine > 0 ? result.ErrorLine : null,
            result.Warnings is { Count: > 0 } warnings ? [.. warnings.Select(w => w.Line > 0 ? $"line {w.Line}: {w.Message}" : w.Message)] : null);
    }
}
