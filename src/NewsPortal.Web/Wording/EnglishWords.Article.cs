namespace NewsPortal.Web.Wording;

/// <content>An article's page, and lists.</content>
internal sealed partial class EnglishWords
{
    public override string PlaceLabel => "You are here";

    public override string Correction => "Correction";

    public override string CorrectionAt(string moment) => $"Correction ({moment}): ";

    public override string OldNotice(string day) => $"This article is from {day}, more than a year ago. What it describes may have changed.";

    public override string PreviewNotice(string until) => $"Preview: this article is not published yet. Please do not pass this address on; it holds until {until}.";

    public override string Automatic => "automatic";

    public override string TimeAutomaticWhy => "The article came without a date; this is when it was received";

    public override string HeadlineAutomatic => "automatic headline";

    public override string HeadlineAutomaticWhy => "The article came without a headline; this is its first sentence";

    public override string KeywordsAutomaticWhy => "Found in the text by a program, not chosen by an editor";

    public override string Updated => "Updated ";

    public override string Live => "Live";

    public override string LiveNow => "Live now";

    public override string LiveEnded => "Live reporting has ended";

    public override string LiveLast => "Last update ";

    public override string LiveReload => "Reload for the latest";

    public override string KeyMoments => "Key moments";

    public override string Source => "Source";

    public override string Author => "Writer";

    public override string WrittenBy => "By ";

    public override string Length(ReadingLength length) =>
        $"{(length.InWords ? Count(length.Count, "word", "words") : Count(length.Count, "character", "characters"))}, about {Count(length.Minutes, "minute", "minutes")}";

    public override string Attachments => "Attachments";

    public override string AttachmentNote(string kind, long bytes) => $"{kind}, {FileSize.Of(bytes)}";

    public override string SameReport(int sources) => $"The same report, from {Count(sources, "source", "sources")}: ";

    public override string ThisArticle(string source) => $"{source} (this article)";

    public override string Before => "Before";

    public override string After => "After";

    public override string Editor => "Editor";

    public override string PictureCredits(IReadOnlyList<string> credits) => $"{(credits.Count == 1 ? "Picture" : "Pictures")}: {string.Join("; ", credits)}";

    public override string Tags => "Tags";

    public override string Keywords => "Keywords";

    public override string PicturesMissing(int count) => $"The original has {Count(count, "more picture that is", "more pictures that are")} not available here.";

    public override string Original => "Original";

    public override string Address => "Address of this article";

    public override string ReadOnPhone => "Read on a phone";

    public override string AddressCode => "QR code of this article’s address";

    public override string NeighboursLabel => "Previous and next article";

    public override string PreviousArticle => "Previous";

    public override string NextArticle => "Next";

    public override string Related => "Related news";

    public override string EditorsChoice => "Editor’s choice";

    public override string RelatedBy => "In common: ";

    // Lists.
    public override string Tag => "Tag";

    public override string ListDescription(string site, string title, string kind) => $"{site}: {title}{(kind.Length > 0 ? $" ({kind})" : string.Empty)}";

    public override string NothingHereYet => "There are no articles here yet.";

    public override string SameReportLine(int sources) => $"Same report from {Count(sources, "source", "sources")}";

    public override string Today => "Today";

    public override string PagesLabel => "Pages";

    public override string PreviousPage => "Previous page";

    public override string NextPage => "Next page";

    public override string Page(int number) => $"Page {number}";

    public override string PageOf(int number, int count) => $"Page {number} of {count}";

    public override string EarlierByDate => "Earlier news by date";

    public override string NewsOf(string date) => $"News of {date}";

    public override string DayDescription(string site, string day, int count) => $"{site}: all the news of {day}, {Articles(count)}";

    public override string MonthDescription(string site, string month) => $"{site}: the news of {month}, by date";

    public override string DayLine(string weekday, int count) => $"{weekday}, {Articles(count)}";

    public override string MonthLine(int count) => $"{Articles(count)}, by date";

    public override string EmptyMonth => "There are no articles this month yet.";

    public override string DaysLabel => "Previous and next day";

    public override string DayBefore => "Previous day";

    public override string DayAfter => "Next day";

    public override string MonthsLabel => "Earlier and later months";

    public override string Earlier => "Earlier";

    public override string Later => "Later";

    public override string MostReadNote => "Ranked by how often they were read; the more recent, the more a reading counts. No cookies, and no reader’s address is kept.";

    public override string MostReadDescription(string site) => $"{site}: the most read news of the last 24 hours and 7 days";

    public override string RankingsLabel => "Rankings";

    public override string InDay => "24 hours";

    public override string InWeek => "7 days";

    public override string CorrectionsNote => "When a published article was wrong, its correction is recorded here and never removed.";

    public override string CorrectionsDescription(string site) => $"{site}: corrections";

    public override string NoCorrectionsYet => "There are no corrections yet.";

    public override string LedgerNewest(long sequence) =>
        $"Every public change is recorded in order, and each record carries the hash of the one before, so none can be rewritten unnoticed. The newest is no. {sequence}, ";

    public override string LedgerHash => ", with the hash ";
}
