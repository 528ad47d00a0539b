namespace NewsPortal.Web.Wording;

/// <content>Name plate, foot and what else stands on every page.</content>
public abstract partial class Words
{
    /// <summary>The first link: past the navigation.</summary>
    public abstract string SkipToText { get; }

    /// <summary>Navigation and search: the sections.</summary>
    public abstract string Sections { get; }

    /// <summary>The newest articles, in one word.</summary>
    public abstract string Newest { get; }

    /// <summary>To search.</summary>
    public abstract string Search { get; }

    /// <summary>What the search field takes.</summary>
    public abstract string SearchNews { get; }

    /// <summary>The front page in a breadcrumb.</summary>
    public abstract string Home { get; }

    /// <summary>Title of the lists of newest articles.</summary>
    public abstract string LatestNews { get; }

    /// <summary>The way to all of them.</summary>
    public abstract string AllLatestNews { get; }

    /// <summary>Title of what is read most.</summary>
    public abstract string MostRead { get; }

    /// <summary>The way to both of its lists.</summary>
    public abstract string MostReadWindows { get; }

    /// <summary>What the foot of the page is to a listener.</summary>
    public abstract string FootLabel { get; }

    /// <summary>Head of the ways to look around.</summary>
    public abstract string Browse { get; }

    /// <summary>The way to the archive.</summary>
    public abstract string ByDate { get; }

    /// <summary>Head of the feeds.</summary>
    public abstract string Subscribe { get; }

    /// <summary>The file with all feeds.</summary>
    public abstract string AllFeeds { get; }

    /// <summary>Head of what the site says about itself.</summary>
    public abstract string ThisSite { get; }

    /// <summary>Title of that page.</summary>
    public abstract string About { get; }

    /// <summary>Title of the ledger of corrections.</summary>
    public abstract string Corrections { get; }

    /// <summary>Said while sample articles are shown.</summary>
    public abstract string SampleNote { get; }

    /// <summary>The licence of a news site in China, by its name.</summary>
    public abstract string NewsLicence { get; }

    /// <summary>Where to report harmful content.</summary>
    public abstract string ReportContact { get; }

    /// <summary>What the search of the site is called in a browser.</summary>
    /// <param name="site">The site's name.</param>
    public abstract string SearchOf(string site);

    /// <summary>The front page in a sentence, where the publisher gave none.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="sections">Names of the sections.</param>
    public abstract string FrontDescription(string site, IReadOnlyList<string> sections);
}
