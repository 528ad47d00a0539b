namespace NewsPortal.Core.Articles;

/// <summary>One news item with its page: what lists show. The body lives apart, in <see cref="ArticleBody"/>.</summary>
public sealed class Article
{
    /// <summary>The article's number, for ever.</summary>
    public long Id { get; set; }

    /// <summary>The publisher's own id; unique where set.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Last part of its address: <c>[a-z0-9-]</c>, 1 to 60 characters, unique among the articles of its day.</summary>
    public string Slug { get; set; } = string.Empty;

    /// <summary>The day in its address, in the site's zone when first published, as yyyymmdd (20230707). Never moves with the zone.</summary>
    public int Day { get; set; }

    /// <summary>The headline readers see.</summary>
    public string Headline { get; set; } = string.Empty;

    /// <summary>The headline was made from the first sentence.</summary>
    public bool HeadlineAutomatic { get; set; }

    /// <summary>The line above the headline (引题).</summary>
    public string? Kicker { get; set; }

    /// <summary>The line below the headline (副题).</summary>
    public string? Subheadline { get; set; }

    /// <summary>The sentence on cards; made from the lede where the file states none.</summary>
    public string? Summary { get; set; }

    /// <summary>The summary was made from the lede.</summary>
    public bool SummaryAutomatic { get; set; }

    /// <summary>Where it is in its life.</summary>
    public ArticleStatus Status { get; set; }

    /// <summary>When it was or will be published.</summary>
    public DateTime PublishedUtc { get; set; }

    /// <summary>The source gave a day without a time: shown and written as a date alone.</summary>
    public bool PublishedDateOnly { get; set; }

    /// <summary>The source gave no date; the moment of first import was taken.</summary>
    public bool PublishedAutomatic { get; set; }

    /// <summary>When its public content last changed after publication; null where it never did.</summary>
    public DateTime? RevisedUtc { get; set; }

    /// <summary>It may not appear before this moment.</summary>
    public DateTime? EmbargoUtc { get; set; }

    /// <summary>When it is to be taken down by itself; null for never.</summary>
    public DateTime? EndsUtc { get; set; }

    /// <summary>When the store first held it.</summary>
    public DateTime CreatedUtc { get; set; }

    /// <summary>When the row last changed, whatever changed.</summary>
    public DateTime UpdatedUtc { get; set; }

    /// <summary>When and why it was taken down.</summary>
    public DateTime? WithdrawnUtc { get; set; }

    /// <summary>Why it was taken down.</summary>
    public string? WithdrawnReason { get; set; }

    /// <summary>Its one place on the site.</summary>
    public int SectionId { get; set; }

    /// <summary>Its one place on the site.</summary>
    public Section Section { get; set; } = null!;

    /// <summary>The organisation it came from.</summary>
    public int? SourceId { get; set; }

    /// <summary>The organisation it came from.</summary>
    public Source? Source { get; set; }

    /// <summary>The writers as printed (全媒体记者 孙敏坚).</summary>
    public string? Byline { get; set; }

    /// <summary>The editor in charge (责任编辑).</summary>
    public string? Editor { get; set; }

    /// <summary>What opens the text (电头).</summary>
    public string? Dateline { get; set; }

    /// <summary>A credit that belongs to no single picture (图片/… 摄).</summary>
    public string? PictureCredit { get; set; }

    /// <summary>BCP 47 tag of the text.</summary>
    public string Language { get; set; } = "zh-Hans";

    /// <summary>The original's address elsewhere; null where it is ours.</summary>
    public string? OriginalUrl { get; set; }

    /// <summary>The site it was saved from.</summary>
    public string? OriginalSiteName { get; set; }

    /// <summary>字数: Han characters and Latin words of the body.</summary>
    public int CharacterCount { get; set; }

    /// <summary>The picture on cards; the first of the body or the cover.</summary>
    public int? LeadPictureId { get; set; }

    /// <summary>The picture on cards.</summary>
    public Picture? LeadPicture { get; set; }

    /// <summary>Number of the group of reprints it belongs to: the smallest article number in it; its own where it is alone.</summary>
    public long ReportId { get; set; }

    /// <summary>Number of the story it belongs to; its own (or its report's) where it is alone.</summary>
    public long StoryId { get; set; }

    /// <summary>An editor put it into its story, or left it there: no re-run moves it.</summary>
    public bool StoryFixed { get; set; }

    /// <summary>The day of what it reports, as yyyymmdd: the first day its text names, seen from its dateline.</summary>
    public int EventDay { get; set; }

    /// <summary>The path below the imported root that it was last imported from.</summary>
    public string? ImportPath { get; set; }

    /// <summary>SHA-256 of the original's bytes, hexadecimal.</summary>
    public string? OriginalHash { get; set; }

    /// <summary>SHA-256 over everything about it that the public sees; equal content has an equal hash on every store.</summary>
    public string ContentHash { get; set; } = string.Empty;

    /// <summary>Who brought it in or began it: a user, <c>import</c>, <c>api:NAME</c>. A reporter's drafts are their own.</summary>
    public string? CreatedBy { get; set; }

    /// <summary>It belongs to the sample content.</summary>
    public bool IsSample { get; set; }

    /// <summary>Its place among the related is to be computed anew; see <c>Finding</c>.</summary>
    public bool RelatedDue { get; set; }

    /// <summary>Counts every save; the second of two saves from the same version is refused.</summary>
    public int Version { get; set; }

    /// <summary>The body, where it was asked for.</summary>
    public ArticleBody? Body { get; set; }

    /// <summary>Topics, in order.</summary>
    public List<ArticleTag> Tags { get; } = [];

    /// <summary>Writers, in order.</summary>
    public List<ArticleAuthor> Authors { get; } = [];

    /// <summary>When it began to report live, UTC; null for an ordinary article.</summary>
    public DateTime? LiveFromUtc { get; set; }

    /// <summary>When live reporting ended, UTC; null while it goes on.</summary>
    public DateTime? LiveEndedUtc { get; set; }

    /// <summary>It reports live now.</summary>
    public bool IsLive => LiveFromUtc is not null && LiveEndedUtc is null;

    /// <summary>Entries of its live report, in no order.</summary>
    public List<LiveUpdate> LiveUpdates { get; } = [];

    /// <summary>Documents it offers to download.</summary>
    public List<ArticleAttachment> Attachments { get; } = [];

    /// <summary>Pictures, in order, lost ones included.</summary>
    public List<ArticlePicture> Pictures { get; } = [];

    /// <summary>Its address, root-relative.</summary>
    public string Path => ArticleAddress.Of(Day, Slug);

    /// <summary>Hands a draft to an editor.</summary>
    /// <param name="nowUtc">The moment of the act.</param>
    /// <exception cref="InvalidOperationException">It is no draft.</exception>
    public void Submit(DateTime nowUtc)
    {
        Require(ArticleAct.Submit);
        Status = ArticleStatus.InReview;
        UpdatedUtc = nowUtc;
    }

    /// <summary>Hands it back to its writer: it is a draft again. The reason stands in the record of the act.</summary>
    /// <param name="nowUtc">The moment of the act.</param>
    /// <exception cref="InvalidOperationException">It is not in review.</exception>
    public void Reject(DateTime nowUtc)
    {
        Require(ArticleAct.Reject);
        Status = ArticleStatus.Draft;
        UpdatedUtc = nowUtc;
    }

    /// <summary>Makes it public. Its first publication fixes the moment and the day of its address.</summary>
    /// <param name="nowUtc">The moment of the act.</param>
    /// <exception cref="InvalidOperationException">It is public already, or withdrawn.</exception>
    public void Publish(DateTime nowUtc)
    {
        Require(ArticleAct.Publish);
        Status = ArticleStatus.Published;
        UpdatedUtc = nowUtc;
    }

    /// <summary>Waits for <see cref="DueUtc"/>; the clock's event publishes it then.</summary>
    /// <param name="nowUtc">The moment of the act.</param>
    /// <exception cref="InvalidOperationException">It is public already, or withdrawn.</exception>
    public void Schedule(DateTime nowUtc)
    {
        Require(ArticleAct.Schedule);
        Status = ArticleStatus.Scheduled;
        UpdatedUtc = nowUtc;
    }

    /// <summary>Takes it back from the schedule: nothing happens at its moment.</summary>
    /// <param name="nowUtc">The moment of the act.</param>
    /// <exception cref="InvalidOperationException">It is not scheduled.</exception>
    public void HoldBack(DateTime nowUtc)
    {
        Require(ArticleAct.HoldBack);
        Status = ArticleStatus.Draft;
        UpdatedUtc = nowUtc;
    }

    /// <summary>Notes that its public content changed after publication.</summary>
    /// <param name="nowUtc">The moment of the change.</param>
    /// <exception cref="InvalidOperationException">It is not public: nobody saw what changed.</exception>
    public void Revise(DateTime nowUtc)
    {
        if (Status != ArticleStatus.Published)
        {
            throw new InvalidOperationException($"Article {Id} is {Status} and has no public content to revise.");
        }

        RevisedUtc = nowUtc;
        UpdatedUtc = nowUtc;
    }

    /// <summary>Notes that an error of its public content was corrected; the notice stands in the change ledger.</summary>
    /// <param name="nowUtc">The moment of the correction.</param>
    /// <exception cref="InvalidOperationException">It is not public.</exception>
    public void Correct(DateTime nowUtc)
    {
        Require(ArticleAct.Correct);
        RevisedUtc = nowUtc;
        UpdatedUtc = nowUtc;
    }

    /// <summary>Takes it down: its address answers 410 from now on.</summary>
    /// <param name="reason">Why; kept on record.</param>
    /// <param name="nowUtc">The moment of the act.</param>
    /// <exception cref="InvalidOperationException">It is not public.</exception>
    public void Withdraw(string reason, DateTime nowUtc)
    {
        Require(ArticleAct.Withdraw);
        Status = ArticleStatus.Withdrawn;
        WithdrawnReason = reason;
        WithdrawnUtc = nowUtc;
        UpdatedUtc = nowUtc;
    }

    /// <summary>Brings a withdrawn article back.</summary>
    /// <param name="nowUtc">The moment of the act.</param>
    /// <exception cref="InvalidOperationException">It is not withdrawn.</exception>
    public void Restore(DateTime nowUtc)
    {
        Require(ArticleAct.Restore);
        Status = ArticleStatus.Published;
        WithdrawnReason = null;
        WithdrawnUtc = null;
        UpdatedUtc = nowUtc;
    }

    /// <summary>The earliest moment at which it may appear: publication time and embargo both past.</summary>
    public DateTime DueUtc => EmbargoUtc is { } embargo && embargo > PublishedUtc ? embargo : PublishedUtc;

    private void Require(ArticleAct act)
    {
        if (!ArticleActs.May(Status, act))
        {
            throw new InvalidOperationException($"Article {Id} is {Status}; {act} is possible where it is {string.Join(" or ", ArticleActs.StatesFor(act))}.");
        }
    }
}
