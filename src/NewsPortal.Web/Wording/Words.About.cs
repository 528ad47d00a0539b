namespace NewsPortal.Web.Wording;

/// <content>What the site says about itself, and how it refuses.</content>
public abstract partial class Words
{
    /// <summary>The page in a sentence.</summary>
    /// <param name="site">The site's name.</param>
    public abstract string AboutDescription(string site);

    /// <summary>The site and its motto.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="tagline">The motto, without a full stop.</param>
    public abstract string NameAndTagline(string site, string tagline);

    /// <summary>Head: where articles come from.</summary>
    public abstract string SourcesHead { get; }

    /// <summary>What every article states.</summary>
    public abstract string SourcesText { get; }

    /// <summary>What the program does by itself.</summary>
    public abstract string AutomaticText { get; }

    /// <summary>Where corrections stand.</summary>
    public abstract IReadOnlyList<PhrasePart> CorrectionsText { get; }

    /// <summary>Which feeds there are.</summary>
    public abstract IReadOnlyList<PhrasePart> FeedsText { get; }

    /// <summary>Head: privacy.</summary>
    public abstract string PrivacyHead { get; }

    /// <summary>What is not done to readers.</summary>
    public abstract string PrivacyText { get; }

    /// <summary>Head: contact.</summary>
    public abstract string ContactHead { get; }

    /// <summary>A refusal.</summary>
    /// <param name="status">The HTTP status that is answered.</param>
    public abstract RefusalWords Refusal(int status);
}

/// <summary>A refusal in words.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Sentence">What it means to the reader.</param>
public sealed record RefusalWords(string Title, string Sentence);
