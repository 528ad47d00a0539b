namespace NewsPortal.Web.Wording;

/// <summary>
/// Every word that the reader's pages say, in one language. A language that lacks one does not compile, so no page can be
/// half translated.
/// </summary>
public abstract partial class Words
{
    private static readonly SimplifiedWords Simplified = new();
    private static readonly TraditionalWords Traditional = new();
    private static readonly EnglishWords English = new();

    /// <summary>All languages a site can speak.</summary>
    public static IReadOnlyList<Words> All { get; } = [Simplified, Traditional, English];

    /// <summary>The words of a language.</summary>
    /// <param name="language">BCP 47 tag as the setting has it; of another one the words are simplified Chinese.</param>
    public static Words In(string language) => language switch
    {
        "zh-Hant" => Traditional,
        "en" => English,
        _ => Simplified,
    };

    /// <summary>BCP 47 tag.</summary>
    public abstract string Language { get; }

    /// <summary>The same for OpenGraph: language and territory.</summary>
    public abstract string OpenGraphLocale { get; }

    /// <summary>How dates are written.</summary>
    public abstract SiteDates Dates { get; }

    /// <summary>What stands before a value: 来源：, Source: (with the blank that follows it, where there is one).</summary>
    /// <param name="name">What the value is.</param>
    public abstract string Label(string name);

    /// <summary>The title of a later page of a list.</summary>
    /// <param name="title">The list's title.</param>
    /// <param name="number">Which page, from 2.</param>
    public abstract string PageTitle(string title, int number);

    /// <summary>A number of articles, alone.</summary>
    /// <param name="count">How many.</param>
    public abstract string Articles(int count);
}
