namespace NewsPortal.Web.Wording;

/// <summary>Plain newspaper English.</summary>
internal sealed partial class EnglishWords : Words
{
    public override string Language => "en";

    public override string OpenGraphLocale => "en_GB";

    public override SiteDates Dates => EnglishDates.Instance;

    public override string Label(string name) => $"{name}: ";

    public override string PageTitle(string title, int number) => $"{title} (page {number})";

    public override string Articles(int count) => Count(count, "article", "articles");

    // Every page.
    public override string SkipToText => "Skip to main content";

    public override string Sections => "Sections";

    public override string Newest => "Latest";

    public override string Search => "Search";

    public override string SearchNews => "Search the news";

    public override string Home => "Home";

    public override string LatestNews => "Latest news";

    public override string AllLatestNews => "All the latest news";

    public override string MostRead => "Most read";

    public override string MostReadWindows => "24 hours and 7 days";

    public override string FootLabel => "Footer";

    public override string Browse => "Browse";

    public override string ByDate => "By date";

    public override string Subscribe => "Subscribe";

    public override string AllFeeds => "All feeds (OPML)";

    public override string ThisSite => "This site";

    public override string About => "About this site";

    public override string Corrections => "Corrections";

    public override string SampleNote => "These are sample articles. The people, organisations and events in them are invented.";

    public override string NewsLicence => "Internet news licence";

    public override string ReportContact => "Report illegal or harmful content";

    public override string SearchOf(string site) => $"Search {site}";

    public override string FrontDescription(string site, IReadOnlyList<string> sections) =>
        sections.Count == 0 ? $"{site}: the latest news" : $"{site}: the latest news in {List(sections)}";

    // The front page and stories.
    public override string NoArticlesYet => "There are no articles yet.";

    public override string LeadLabel => "Top story";

    public override string SecondsLabel => "More top stories";

    public override string Stories => "Developing stories";

    public override string Story => "Developing story";

    public override string GroupedAutomatically => "grouped automatically";

    public override string GroupedAutomaticallyWhy => "Put together by a program from what the articles say, not by an editor";

    public override string StoryGroupedAutomatically => "Developing story, grouped automatically";

    // Search.
    public override string SearchFor(string query) => $"Search: {query}";

    public override string Everything => "All";

    public override string From => "From";

    public override string To => "To";

    public override string Section => "Section";

    public override string Time => "Year";

    public override string NarrowBy(string name) => $"Narrow by: {name}";

    public override string Year(int year) => $"{year}";

    public override string NotFound(string query) => $"Nothing was found for “{query}”. ";

    public override string TryOtherWords => "Try other words, or fewer.";

    public override string SearchEverything => "Remove the filters and search all news";

    public override string Widened(int total) => total == 1
        ? "No article has all of these words, so the search was widened: 1 article has some of them."
        : $"No article has all of these words, so the search was widened: {total:N0} articles have some of them, the closest first.";

    public override string Found(int total, bool isFloor) =>
        isFloor ? $"More than {Articles(total)} found; the first {total:N0} are listed." : $"{Articles(total)} found.";

    public override string Try => "Try: ";

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";

    private static string List(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
