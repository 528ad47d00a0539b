using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>What narrows a search, with names looked up and days made moments.</summary>
/// <param name="SectionId">The only section.</param>
/// <param name="SourceId">The only source.</param>
/// <param name="FromUtc">Not before.</param>
/// <param name="BeforeUtc">Before.</param>
internal sealed record SearchFilter(int? SectionId, int? SourceId, DateTime? FromUtc, DateTime? BeforeUtc)
{
    private const int LongestSlug = 60;

    /// <summary>Rows of the index with smaller keys are too old.</summary>
    public long LowestKey => FromUtc is { } from ? SearchKeys.LowestOf(from) : 0;

    /// <summary>Rows of the index with larger keys are too new.</summary>
    public long HighestKey => BeforeUtc is { } before ? SearchKeys.HighestOf(before) : long.MaxValue;

    /// <summary>Everything.</summary>
    public static SearchFilter None { get; } = new(null, null, null, null);

    /// <summary>True where nothing is left out.</summary>
    public bool IsNone => this == None;

    /// <summary>A condition on <c>"SearchEntries"</c> under the alias <c>e</c>; begins with AND, or is empty.</summary>
    public string Sql =>
        (SectionId is not null ? " AND e.\"SectionId\" = @section" : string.Empty)
        + (SourceId is not null ? " AND e.\"SourceId\" = @source" : string.Empty)
        + (FromUtc is not null ? " AND e.\"PublishedUtc\" >= @from" : string.Empty)
        + (BeforeUtc is not null ? " AND e.\"PublishedUtc\" < @before" : string.Empty);

    /// <summary>Looks the names of a request up.</summary>
    /// <param name="db">The store.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="zone">In which days are meant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where a name names nothing.</returns>
    public static async Task<SearchFilter?> OfAsync(NewsDbContext db, SearchRequest request, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        int? section = null;
        int? source = null;
        if (!IsSlug(request.Section) || !IsSlug(request.Source))
        {
            return null;
        }

        if (request.Section is { Length: > 0 } sectionSlug)
        {
            section = await db.Sections.Where(s => s.Slug == sectionSlug).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken);
            if (section is null)
            {
                return null;
            }
        }

        if (request.Source is { Length: > 0 } sourceSlug)
        {
            source = await db.Sources.Where(s => s.Slug == sourceSlug).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken);
            if (source is null)
            {
                return null;
            }
        }

        // Days at the very ends of the calendar have no moment in zones ahead of or behind UTC.
        return new SearchFilter(
            section,
            source,
            request.From is { } from && from.DayNumber > 1 ? zone.StartOf(from) : null,
            request.To is { } to && to.DayNumber < DateOnly.MaxValue.DayNumber - 1 ? zone.StartOf(to.AddDays(1)) : null);
    }

    /// <summary>Gives a command the values that <see cref="Sql"/> names.</summary>
    /// <param name="command">The command.</param>
    public void Bind(DbCommand command)
    {
        foreach (var (name, value) in ((string, object?)[])[("@section", SectionId), ("@source", SourceId), ("@from", FromUtc), ("@before", BeforeUtc)])
        {
            if (value is not null)
            {
                command.Add(name, value);
            }
        }
    }

    /// <summary>Tokens that every article let through has in the index, which so passes over the others by itself.</summary>
    public IEnumerable<string> Tokens()
    {
        if (SectionId is { } section)
        {
            yield return IndexTokens.Section(section);
        }

        if (SourceId is { } source)
        {
            yield return IndexTokens.Source(source);
        }
    }

    // Anything else names nothing, and need not reach a database that may refuse its characters.
    private static bool IsSlug(string? text) =>
        text is null || (text.Length <= LongestSlug && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
}
