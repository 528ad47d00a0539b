namespace NewsPortal.Web.Wording;

/// <content>What the site says about itself, and how it refuses.</content>
internal sealed partial class EnglishWords
{
    public override string AboutDescription(string site) => $"About {site}: sources, corrections, feeds and privacy";

    public override string NameAndTagline(string site, string tagline) => $"{site}: {tagline}.";

    public override string SourcesHead => "Sources and bylines";

    public override string SourcesText =>
        "Every article states its source, its author and when it was published; a reprint says where it first appeared. When several publishers carry the same report, it is listed once, with the number of its sources.";

    public override string AutomaticText =>
        "Related news is worked out by a program from what the articles say, and each entry names its reason. A headline or time marked as automatic did not come with the article; the program supplied it.";

    public override IReadOnlyList<PhrasePart> CorrectionsText { get; } =
        ["When an article is wrong, the correction stands above it and on the page of ", new("corrections", "/corrections"), "."];

    public override IReadOnlyList<PhrasePart> FeedsText { get; } =
    [
        "The site and each section, tag and source have feeds with full texts: ", new("RSS", "/feed.xml"), ", ", new("Atom", "/atom.xml"), " and ",
        new("JSON Feed", "/feed.json"), ". You can also import ", new("all feeds", "/feeds.opml"), " at once.",
    ];

    public override string PrivacyHead => "Privacy";

    public override string PrivacyText => "Our pages for readers use no scripts, set no cookies and send no requests to third parties.";

    public override string ContactHead => "Contact";

    public override RefusalWords Refusal(int status) => status switch
    {
        404 => new("Page not found", "There is nothing at this address. It may be mistyped, or the article was never published here."),
        410 => new("This article has been withdrawn", "The article at this address has been withdrawn and is no longer available."),
        429 => new("Too many searches", "You have searched very often in a short time. Please wait a moment and try again."),
        503 => new("Temporarily unavailable", "The site cannot read its data at the moment. Please try again later."),
        < 500 => new("The request could not be handled", "The server could not handle this request."),
        _ => new("Something went wrong", "The page could not be made. The fault has been logged; please try again later."),
    };
}
