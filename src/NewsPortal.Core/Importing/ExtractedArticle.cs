using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.Ledgers;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing;

/// <summary>What one input became, before any store is asked: the fields of an article, each with its origin.</summary>
/// <remarks>A format fills it in; <c>ArticleExtractor</c> completes it; the importer stores it.</remarks>
public sealed class ExtractedArticle
{
    /// <summary>
    /// It is no article but a page beside them (关于, 版权): <c>fixedpage: true</c>, or <c>footer</c> for one that every page's
    /// foot leads to; a page of another program's export.
    /// </summary>
    public bool IsFixedPage { get; set; }

    /// <summary>Of a page beside the articles: the foot of every page leads to it.</summary>
    public bool IsInFooter { get; set; }

    /// <summary>The publisher's own id (front matter or JSONL <c>id</c>), at most 200 characters.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The headline as readers will see it. Never empty in a finished extraction.</summary>
    public string Headline { get; set; } = string.Empty;

    /// <summary>True where the headline was made from the first sentence because the file has none.</summary>
    public bool HeadlineAutomatic { get; set; }

    /// <summary>The short line above the headline (引题).</summary>
    public string? Kicker { get; set; }

    /// <summary>The line below the headline (副题).</summary>
    public string? Subheadline { get; set; }

    /// <summary>The summary that the file states (摘要); null where it states none.</summary>
    public string? Summary { get; set; }

    /// <summary>When it was published, as the file says; null where it says nothing.</summary>
    public StatedTime? Published { get; set; }

    /// <summary>The file says that nobody stated this time: an importer took the moment.</summary>
    public bool PublishedAutomatic { get; set; }

    /// <summary>The file says that nobody wrote the summary that it states.</summary>
    public bool SummaryAutomatic { get; set; }

    /// <summary>True where the file says that it was taken down; only a new article comes so.</summary>
    public bool Withdrawn { get; set; }

    /// <summary>Why it was taken down, as the file says.</summary>
    public string? WithdrawnReason { get; set; }

    /// <summary>When it was last revised, as the file says.</summary>
    public StatedTime? Revised { get; set; }

    /// <summary>It may not appear before this moment.</summary>
    public StatedTime? Embargo { get; set; }

    /// <summary>The organisation the article came from (来源).</summary>
    public string? Source { get; set; }

    /// <summary>The byline as printed (全媒体记者 孙敏坚).</summary>
    public string? Byline { get; set; }

    /// <summary>The writers' names, parted from their roles.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The editor in charge (责任编辑), never a writer.</summary>
    public string? Editor { get; set; }

    /// <summary>The place, day and agency that open the text (电头); stays in the body as well.</summary>
    public string? Dateline { get; set; }

    /// <summary>The section that the file names; null leaves it to the folder.</summary>
    public string? Section { get; set; }

    /// <summary>Topics, in the order given, without duplicates.</summary>
    public List<string> Tags { get; } = [];

    /// <summary>BCP 47 tag of the text, such as <c>zh-Hans</c>, <c>zh-Hant</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "zh-Hans";

    /// <summary>The site that the page was saved from.</summary>
    public string? SiteName { get; set; }

    /// <summary>The original's address.</summary>
    public string? CanonicalUrl { get; set; }

    /// <summary>The slug that the file asks for; cleaned by the importer.</summary>
    public string? Slug { get; set; }

    /// <summary>Old addresses (paths) that shall redirect to the article.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>The cover picture's address as the file gives it.</summary>
    public string? Cover { get; set; }

    /// <summary>When it began to report live; null for an ordinary article.</summary>
    public DateTimeOffset? LiveFrom { get; set; }

    /// <summary>When live reporting ended; null while it goes on.</summary>
    public DateTimeOffset? LiveEnded { get; set; }

    /// <summary>The entries of its live report, as an export wrote them.</summary>
    public List<ExtractedUpdate> LiveUpdates { get; } = [];

    /// <summary>True where the file says that it is a draft.</summary>
    public bool Draft { get; set; }

    /// <summary>The body as readers get it.</summary>
    public SafeHtml Body { get; set; } = SafeHtml.Empty;

    /// <summary>
    /// The body as plain text, one paragraph a line: paragraphs, headings, list items, table rows, quotes and captions
    /// in reading order.
    /// </summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Headings inside the body, in order.</summary>
    public List<string> Headings { get; } = [];

    /// <summary>Lines of the text that stand above its beginning and tell of its writers; no summary is made of them.</summary>
    public List<string> AboveText { get; } = [];

    /// <summary>Captions, in order, with or without a picture.</summary>
    public List<string> Captions { get; } = [];

    /// <summary>The pictures of the body, in order; one without <see cref="ExtractedPicture.Src"/> was lost by the capture.</summary>
    public List<ExtractedPicture> Pictures { get; } = [];

    /// <summary>A credit that belongs to no single picture (图片/… 摄), as printed.</summary>
    public string? PictureCredit { get; set; }

    /// <summary>Titles of the related and latest lists that the capture carried.</summary>
    public List<string> Listed { get; } = [];

    /// <summary>Where each field came from: the field's JSON name, then the rule and lines.</summary>
    public Dictionary<string, FieldOrigin> Origins { get; } = [];

    /// <summary>What became of every character of the decoded input, without gap or overlap.</summary>
    public List<LedgerEntry> Ledger { get; } = [];

    /// <summary>The accounts of the further files of a divided article.</summary>
    internal List<FileLedger> FurtherLedgers { get; } = [];

    /// <summary>Doubts and repairs that an editor should see.</summary>
    public List<ImportWarning> Warnings { get; } = [];

    /// <summary>Takes over a body with what was found in it.</summary>
    internal void Fill(RenderedBody rendered)
    {
        (Body, Text) = (rendered.Html, rendered.Text);
        Headings.AddRange(rendered.Headings);
        Captions.AddRange(rendered.Captions);
        Pictures.AddRange(rendered.Pictures);
    }

    /// <summary>Which page of a divided article the file is; null for a whole one.</summary>
    internal Variants.PageOfArticle? Page { get; set; }

    /// <summary>Which other form of an article's page the file is.</summary>
    internal Variants.PageVariant Variant { get; set; }

    /// <summary>What was found at the addresses of its pictures; see <see cref="PictureIntake"/>.</summary>
    internal Dictionary<string, TakenPicture> Taken { get; } = new(StringComparer.Ordinal);
}

/// <summary>A moment as a file states it.</summary>
/// <param name="At">The moment; 00:00 of the day where <paramref name="DateOnly"/>.</param>
/// <param name="DateOnly">True where the file gives a day and no time.</param>
/// <param name="ZoneAssumed">True where the file states no offset and the site's zone was taken.</param>
public sealed record StatedTime(DateTimeOffset At, bool DateOnly = false, bool ZoneAssumed = false);

/// <summary>A picture that an article shows or has lost.</summary>
/// <param name="Src">Its address as written in the file; null where the capture lost it.</param>
/// <param name="Alt">What a screen reader says.</param>
/// <param name="Caption">What is printed under it.</param>
/// <param name="Credit">Who made it.</param>
public sealed record ExtractedPicture(string? Src, string? Alt, string? Caption, string? Credit);

/// <summary>What became of a run of characters.</summary>
public enum Fate
{
    /// <summary>It stands in the body.</summary>
    Kept,

    /// <summary>It became a field.</summary>
    Field,

    /// <summary>It was left out, for the reason given.</summary>
    Dropped,
}

/// <summary>One run of the decoded text and its fate.</summary>
/// <param name="Start">Offset in Unicode code points.</param>
/// <param name="Length">Length in Unicode code points.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="As">The field, list or kind of chrome it was taken for.</param>
/// <param name="Reason">The rule, for a person to read.</param>
public sealed record LedgerEntry(int Start, int Length, Fate Fate, string? As, string Reason);

/// <summary>A doubt or repair that an editor should see.</summary>
/// <param name="Line">Line, counted from 1; 0 where it concerns the whole input.</param>
/// <param name="Message">What was noticed and what was done.</param>
public sealed record ImportWarning(int Line, string Message);
