using System.ComponentModel.DataAnnotations;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Publishing.Words;

namespace NewsPortal.Web.Writing;

/// <summary>What became of what a program sent.</summary>
public sealed record SentReport
{
    /// <summary>How many new articles there are.</summary>
    [Required]
    public int Added { get; init; }

    /// <summary>How many articles have other content than before.</summary>
    [Required]
    public int Revised { get; init; }

    /// <summary>How many inputs changed nothing.</summary>
    [Required]
    public int Unchanged { get; init; }

    /// <summary>How many inputs were refused.</summary>
    [Required]
    public int Rejected { get; init; }

    /// <summary>Each input's fate, in their order.</summary>
    [Required]
    public IReadOnlyList<SentResult> Results { get; init; } = [];
}

/// <summary>One input's fate.</summary>
public sealed record SentResult
{
    /// <summary>What it is called.</summary>
    [Required]
    public string Path { get; init; } = string.Empty;

    /// <summary>`added`, `revised`, `unchanged` or `rejected`.</summary>
    [Required]
    public string Outcome { get; init; } = string.Empty;

    /// <summary>The article's number; absent where it was rejected, and in a dry run of a new one.</summary>
    public long? Number { get; init; }

    /// <summary>The article's address; absent where it was rejected.</summary>
    public string? Url { get; init; }

    /// <summary>The article's headline.</summary>
    public string? Headline { get; init; }

    /// <summary>Why it was rejected, and what to do.</summary>
    public string? Error { get; init; }

    /// <summary>The line that the error is about.</summary>
    public int? Line { get; init; }

    /// <summary>Doubts and repairs.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Words of the publisher's list that stand in it; absent where there is none. Where they kept it from going out, `outcome` is `rejected`.</summary>
    public IReadOnlyList<SentWord>? Words { get; init; }

    /// <summary>A line of the importer's report.</summary>
    /// <param name="result">The line.</param>
    /// <param name="baseUrl">The site's address.</param>
    public static SentResult Of(ImportResult result, string baseUrl)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new SentResult
        {
            Path = SentInputs.NameOf(result.Path),
            Outcome = result.Outcome.ToString().ToLowerInvariant(),
            Number = result.ArticleId,
            Url = result.Address is { } address ? baseUrl + address : null,
            Headline = result.Headline,
            Error = result.Error,
            Line = result.ErrorLine > 0 ? result.ErrorLine : null,
            Warnings = result.Warnings is { Count: > 0 } warnings ? [.. warnings.Select(w => w.Line > 0 ? $"line {w.Line}: {w.Message}" : w.Message)] : null,
            Words = result.Words is { Count: > 0 } words ? [.. words.Select(SentWord.Of)] : null,
        };
    }
}

/// <summary>A word of the publisher's list that stands in what was sent.</summary>
public sealed record SentWord
{
    /// <summary>The word.</summary>
    [Required]
    public string Wrong { get; init; } = string.Empty;

    /// <summary>What to write instead; absent where the list only points it out.</summary>
    public string? Right { get; init; }

    /// <summary>Why it is on the list.</summary>
    public string? Reason { get; init; }

    /// <summary>How often it stands there.</summary>
    [Required]
    public int Count { get; init; }

    /// <summary>The first of them with what stands round it.</summary>
    [Required]
    public string Context { get; init; } = string.Empty;

    /// <summary>A finding.</summary>
    /// <param name="hit">The finding.</param>
    public static SentWord Of(WordHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return new SentWord { Wrong = hit.Wrong, Right = hit.Right.Length > 0 ? hit.Right : null, Reason = hit.Reason, Count = hit.Count, Context = hit.Before + hit.Wrong + hit.After };
    }
}
