namespace NewsPortal.Web.Wording;

/// <content>Lists of articles: by section, tag, source and writer, by day and month, most read, corrected.</content>
public abstract partial class Words
{
    /// <summary>What kind of list a tag's is.</summary>
    public abstract string Tag { get; }

    /// <summary>A list in a sentence.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="title">The list's title.</param>
    /// <param name="kind">What kind of list it is; may be empty.</param>
    public abstract string ListDescription(string site, string title, string kind);

    /// <summary>Said of an empty list.</summary>
    public abstract string NothingHereYet { get; }

    /// <summary>How many sources a report has, below its headline.</summary>
    /// <param name="sources">How many, 2 or more.</param>
    public abstract string SameReportLine(int sources);

    /// <summary>An article of today that states no time.</summary>
    public abstract string Today { get; }

    /// <summary>The pager, to a listener.</summary>
    public abstract string PagesLabel { get; }

    /// <summary>The page before.</summary>
    public abstract string PreviousPage { get; }

    /// <summary>The page after.</summary>
    public abstract string NextPage { get; }

    /// <summary>One page, to a listener.</summary>
    /// <param name="number">Which.</param>
    public abstract string Page(int number);

    /// <summary>Which page of how many.</summary>
    /// <param name="number">Which.</param>
    /// <param name="count">How many.</param>
    public abstract string PageOf(int number, int count);

    /// <summary>The way from the end of a list into the archive.</summary>
    public abstract string EarlierByDate { get; }

    /// <summary>Title of a day or a month of the archive.</summary>
    /// <param name="date">The day or month as written.</param>
    public abstract string NewsOf(string date);

    /// <summary>A day of the archive in a sentence.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="day">The day as written.</param>
    /// <param name="count">How many articles it has.</param>
    public abstract string DayDescription(string site, string day, int count);

    /// <summary>A month of the archive in a sentence.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="month">The month as written.</param>
    public abstract string MonthDescription(string site, string month);

    /// <summary>The line under a day's title.</summary>
    /// <param name="weekday">The day of the week as written.</param>
    /// <param name="count">How many articles it has.</param>
    public abstract string DayLine(string weekday, int count);

    /// <summary>The line under a month's title.</summary>
    /// <param name="count">How many articles it has.</param>
    public abstract string MonthLine(int count);

    /// <summary>The same of a month that has none.</summary>
    public abstract string EmptyMonth { get; }

    /// <summary>The two neighbours of a day, to a listener.</summary>
    public abstract string DaysLabel { get; }

    /// <summary>The day before.</summary>
    public abstract string DayBefore { get; }

    /// <summary>The day after.</summary>
    public abstract string DayAfter { get; }

    /// <summary>The two neighbours of a month, to a listener.</summary>
    public abstract string MonthsLabel { get; }

    /// <summary>The month before.</summary>
    public abstract string Earlier { get; }

    /// <summary>The month after.</summary>
    public abstract string Later { get; }

    /// <summary>How articles come to be among the most read.</summary>
    public abstract string MostReadNote { get; }

    /// <summary>That page in a sentence.</summary>
    /// <param name="site">The site's name.</param>
    public abstract string MostReadDescription(string site);

    /// <summary>The lists of that page, to a listener.</summary>
    public abstract string RankingsLabel { get; }

    /// <summary>The list of one day.</summary>
    public abstract string InDay { get; }

    /// <summary>The list of one week.</summary>
    public abstract string InWeek { get; }

    /// <summary>What the ledger of corrections is.</summary>
    public abstract string CorrectionsNote { get; }

    /// <summary>That page in a sentence.</summary>
    /// <param name="site">The site's name.</param>
    public abstract string CorrectionsDescription(string site);

    /// <summary>Said while there are none.</summary>
    public abstract string NoCorrectionsYet { get; }

    /// <summary>What the change ledger is, and which row is its newest: up to that row's time.</summary>
    /// <param name="sequence">The row's number.</param>
    public abstract string LedgerNewest(long sequence);

    /// <summary>What stands between that time and the row's hash.</summary>
    public abstract string LedgerHash { get; }
}
