using System.Globalization;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Publishing.Words;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>The form of an article, as it is typed. Nothing of it is lost where it cannot be stored.</summary>
public sealed class ArticleForm
{
    private const string Minute = "yyyy-MM-dd'T'HH:mm";
    private const string Second = "yyyy-MM-dd'T'HH:mm:ss";
    private static readonly char[] Commas = [',', '，', '、', ';', '；'];

    /// <summary>The version that the editor began from.</summary>
    public int Version { get; set; }

    /// <summary>The headline.</summary>
    public string? Headline { get; set; }

    /// <summary>The line above it.</summary>
    public string? Kicker { get; set; }

    /// <summary>The line below it.</summary>
    public string? Subheadline { get; set; }

    /// <summary>The sentence on cards.</summary>
    public string? Summary { get; set; }

    /// <summary>The section's name.</summary>
    public string? Section { get; set; }

    /// <summary>Where it came from.</summary>
    public string? Source { get; set; }

    /// <summary>The writers as printed.</summary>
    public string? Byline { get; set; }

    /// <summary>The editor in charge.</summary>
    public string? Editor { get; set; }

    /// <summary>What opens the text.</summary>
    public string? Dateline { get; set; }

    /// <summary>Topics, parted by commas.</summary>
    public string? Tags { get; set; }

    /// <summary>When it was or shall be published, in the site's zone.</summary>
    public string? Published { get; set; }

    /// <summary>Not before this moment, in the site's zone.</summary>
    public string? Embargo { get; set; }

    /// <summary>The original's address elsewhere.</summary>
    public string? OriginalUrl { get; set; }

    /// <summary>The text.</summary>
    public string? Body { get; set; }

    /// <summary>How the text is written.</summary>
    public BodyFormat Format { get; set; }

    /// <summary>What is said of the text's pictures; empty where the form did not ask.</summary>
    public IList<FigureForm> Figures { get; } = [];

    /// <summary>What was wrong, for readers.</summary>
    public string? Notice { get; set; }

    /// <summary>Why, for the record.</summary>
    public string? Reason { get; set; }

    /// <summary>When to publish, in the site's zone.</summary>
    public string? Moment { get; set; }

    /// <summary>When it is taken down, in the site's zone; empty for never.</summary>
    public string? Ends { get; set; }

    /// <summary>The last part of the address.</summary>
    public string? Slug { get; set; }

    /// <summary>The word to be put right.</summary>
    public string? Wrong { get; set; }

    /// <summary>The words of the list with which it shall be published all the same.</summary>
    public string? Overridden { get; set; }

    /// <summary>Words as a warning names them.</summary>
    /// <param name="hits">The words.</param>
    public static string Named(IEnumerable<WordHit> hits) => string.Join('、', hits.Select(h => h.Wrong));

    /// <summary>The words of the publisher's list that stand in it.</summary>
    /// <param name="words">The list.</param>
    /// <exception cref="ArticleEditException">The text is too long.</exception>
    public IReadOnlyList<WordHit> Hits(WordFinder words) =>
        words.Hits(new ArticleEdit { Headline = Headline, Kicker = Kicker, Subheadline = Subheadline, Summary = Summary, Body = Body ?? string.Empty, Format = Format });

    /// <summary>Puts a word right wherever it stands.</summary>
    /// <param name="words">The list.</param>
    /// <param name="wrong">The word.</param>
    public void Replace(WordFinder words, string wrong)
    {
        ArgumentNullException.ThrowIfNull(words);
        (Headline, Kicker) = (Put(Headline), Put(Kicker));
        (Subheadline, Summary) = (Put(Subheadline), Put(Summary));
        if (Body is not null)
        {
            (Body, Format) = (words.Replace(Body, Format, wrong), BodyFormat.Html);
        }

        string? Put(string? text) => text is null ? null : words.Replace(text, wrong);
    }

    /// <summary>Fills a form.</summary>
    /// <param name="edit">What is stored.</param>
    /// <param name="version">Its version.</param>
    /// <param name="slug">The last part of its address.</param>
    /// <param name="zone">The site's zone.</param>
    public static ArticleForm Of(ArticleEdit edit, int version, string? slug, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return new ArticleForm
        {
            Version = version,
            Headline = edit.Headline,
            Kicker = edit.Kicker,
            Subheadline = edit.Subheadline,
            Summary = edit.Summary,
            Section = edit.Section,
            Source = edit.Source,
            Byline = edit.Byline,
            Editor = edit.Editor,
            Dateline = edit.Dateline,
            Tags = string.Join("，", edit.Tags),
            Published = Written(edit.PublishedUtc, zone),
            Embargo = Written(edit.EmbargoUtc, zone),
            OriginalUrl = edit.OriginalUrl,
            Body = edit.Body,
            Format = edit.Format,
            Slug = slug,
        };
    }

    /// <summary>What is to be stored: the form's fields, and of those that it does not show what is stored now.</summary>
    /// <param name="stored">What is stored now.</param>
    /// <param name="zone">The site's zone.</param>
    /// <exception cref="ArticleEditException">A time cannot be read.</exception>
    public ArticleEdit Edit(ArticleEdit stored, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return (stored with
        {
            Headline = Headline,
            Kicker = Kicker,
            Subheadline = Subheadline,
            Summary = Summary,
            Section = Section,
            Source = Source,
            Byline = Byline,

            // Writers that somebody set stay with their byline; another byline is read anew.
            Authors = Byline == stored.Byline ? stored.Authors : null,
            Editor = Editor,
            Dateline = Dateline,
            Tags = [.. (Tags ?? string.Empty).Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            PublishedUtc = Read("published", Published, stored.PublishedUtc, zone),
            PublishedDateOnly = stored.PublishedDateOnly && Published == Written(stored.PublishedUtc, zone),
            EmbargoUtc = Read("embargo", Embargo, stored.EmbargoUtc, zone),
            OriginalUrl = OriginalUrl,
            Body = Body ?? string.Empty,
            Format = Format,
        }).With([.. Figures.Where(f => !string.IsNullOrEmpty(f.Address)).Select(f => f.Edit())]);
    }

    /// <summary>This form put together with what somebody saved meanwhile.</summary>
    /// <param name="conflict">What was stored when the editor began, and what is stored now.</param>
    /// <param name="zone">The site's zone.</param>
    /// <returns>Null where both touched the same thing: then the form stays what was typed.</returns>
    public ArticleForm? MergedWith(EditConflictException conflict, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        if (conflict.Began is not { } began || Body is null)
        {
            return null;
        }

        try
        {
            var own = Edit(began, zone) with { Format = BodyFormat.Html, Body = Format == BodyFormat.Markdown ? BodyRenderer.FromMarkdown(Body).Html.Value : Body };
            var merge = EditMerge.Of(began, conflict.Stored, own);
            if (merge.Conflicts.Count > 0)
            {
                return null;
            }

            var merged = Of(Format == BodyFormat.Markdown ? merge.Merged.AsMarkdown() : merge.Merged, conflict.Version, Slug, zone);
            foreach (var figure in Figures)
            {
                merged.Figures.Add(figure);
            }

            return merged;
        }
        catch (Exception e) when (e is ArticleEditException or RejectedInputException)
        {
            return null;
        }
    }

    /// <summary>Reads a moment as a browser's field writes it.</summary>
    /// <param name="field">The field, for the refusal.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="stored">What is stored; a field that still shows it means it to the second.</param>
    /// <param name="zone">The site's zone.</param>
    /// <exception cref="ArticleEditException">It is no moment.</exception>
    public static DateTime? Read(string field, string? typed, DateTime? stored, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (typed == Written(stored, zone))
        {
            return stored;
        }

        if (!DateTime.TryParseExact(typed.Trim().Replace(' ', 'T'), [Minute, Second], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            throw new ArticleEditException(field, EditProblem.Unreadable, $"'{typed}' is no moment; write 2026-11-30T18:00");
        }

        // Where clocks jump forward an hour does not exist; the one after it is meant.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    /// <summary>A moment as a browser's field shows it.</summary>
    /// <param name="utc">The moment.</param>
    /// <param name="zone">The site's zone.</param>
    public static string? Written(DateTime? utc, TimeZoneInfo zone) =>
        utc is { } moment ? TimeZoneInfo.ConvertTimeFromUtc(moment, zone).ToString(Minute, CultureInfo.InvariantCulture) : null;
}
