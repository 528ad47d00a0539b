namespace NewsPortal.Web.Wording;

/// <content>An article's page.</content>
public abstract partial class Words
{
    /// <summary>The breadcrumb, to a listener.</summary>
    public abstract string PlaceLabel { get; }

    /// <summary>Head of one notice.</summary>
    public abstract string Correction { get; }

    /// <summary>The same in a feed.</summary>
    /// <param name="moment">When it was made, as readers see it.</param>
    public abstract string CorrectionAt(string moment);

    /// <summary>Tells that an article is more than a year old.</summary>
    /// <param name="day">The day of its publication, as readers see it.</param>
    public abstract string OldNotice(string day);

    /// <summary>Stands above an article that somebody was shown before it is public.</summary>
    /// <param name="until">Until when the address holds, as readers see it.</param>
    public abstract string PreviewNotice(string until);

    /// <summary>Marks what the program found and no person wrote.</summary>
    public abstract string Automatic { get; }

    /// <summary>Why a time is marked so.</summary>
    public abstract string TimeAutomaticWhy { get; }

    /// <summary>Marks such a headline.</summary>
    public abstract string HeadlineAutomatic { get; }

    /// <summary>Why it is marked.</summary>
    public abstract string HeadlineAutomaticWhy { get; }

    /// <summary>Why keywords are marked.</summary>
    public abstract string KeywordsAutomaticWhy { get; }

    /// <summary>Stands before the time of the last revision, with the blank that follows it.</summary>
    public abstract string Updated { get; }

    /// <summary>Marks an article that reports live, in lists.</summary>
    public abstract string Live { get; }

    /// <summary>Tells that a live report goes on.</summary>
    public abstract string LiveNow { get; }

    /// <summary>Tells that a live report has ended.</summary>
    public abstract string LiveEnded { get; }

    /// <summary>Stands before the moment of the last entry, with the blank that follows it.</summary>
    public abstract string LiveLast { get; }

    /// <summary>Opens the page anew, to see what came since.</summary>
    public abstract string LiveReload { get; }

    /// <summary>Head of the entries to look at first.</summary>
    public abstract string KeyMoments { get; }

    /// <summary>Where an article came from.</summary>
    public abstract string Source { get; }

    /// <summary>Who wrote it, and what kind of list a writer's is.</summary>
    public abstract string Author { get; }

    /// <summary>Stands before the names of those who wrote it.</summary>
    public abstract string WrittenBy { get; }

    /// <summary>How long it is and takes to read.</summary>
    /// <param name="length">Its length.</param>
    public abstract string Length(ReadingLength length);

    /// <summary>Head of the documents that an article offers.</summary>
    public abstract string Attachments { get; }

    /// <summary>What such a document is, behind its title.</summary>
    /// <param name="kind">Its kind, such as PDF.</param>
    /// <param name="bytes">Its size in bytes.</param>
    public abstract string AttachmentNote(string kind, long bytes);

    /// <summary>Head of the reprints of one report.</summary>
    /// <param name="sources">How many sources carry it.</param>
    public abstract string SameReport(int sources);

    /// <summary>The source among them whose text this page is.</summary>
    /// <param name="source">The source's name.</param>
    public abstract string ThisArticle(string source);

    /// <summary>What stands before this article in its story.</summary>
    public abstract string Before { get; }

    /// <summary>What came after it there.</summary>
    public abstract string After { get; }

    /// <summary>The editor in charge.</summary>
    public abstract string Editor { get; }

    /// <summary>Who made the pictures.</summary>
    /// <param name="credits">Credits as printed, one or more.</param>
    public abstract string PictureCredits(IReadOnlyList<string> credits);

    /// <summary>An editor's topics.</summary>
    public abstract string Tags { get; }

    /// <summary>What the program found instead.</summary>
    public abstract string Keywords { get; }

    /// <summary>Pictures that stood in the original and were not to be had.</summary>
    /// <param name="count">How many.</param>
    public abstract string PicturesMissing(int count);

    /// <summary>The original elsewhere.</summary>
    public abstract string Original { get; }

    /// <summary>This page's own address.</summary>
    public abstract string Address { get; }

    /// <summary>Opens the code for a telephone.</summary>
    public abstract string ReadOnPhone { get; }

    /// <summary>What that code is.</summary>
    public abstract string AddressCode { get; }

    /// <summary>The two neighbours, to a listener.</summary>
    public abstract string NeighboursLabel { get; }

    /// <summary>The article published just before.</summary>
    public abstract string PreviousArticle { get; }

    /// <summary>The article published just after.</summary>
    public abstract string NextArticle { get; }

    /// <summary>Title of related articles.</summary>
    public abstract string Related { get; }

    /// <summary>Why an editor's choice is related.</summary>
    public abstract string EditorsChoice { get; }

    /// <summary>What stands before the words that two articles share.</summary>
    public abstract string RelatedBy { get; }
}
