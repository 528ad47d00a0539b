namespace NewsPortal.Web.Writing;

/// <summary>One article as a program sends it. Other keys that a file's front matter may have are understood too, in English and Chinese.</summary>
public sealed record SentArticle
{
    /// <summary>The sender's own id: the same id again revises the article and keeps its address.</summary>
    public string? Id { get; init; }

    /// <summary>The headline; made from the first sentence where it is absent.</summary>
    public string? Headline { get; init; }

    /// <summary>The line above the headline.</summary>
    public string? Kicker { get; init; }

    /// <summary>The line below the headline.</summary>
    public string? Subheadline { get; init; }

    /// <summary>A sentence about it; made from the text where it is absent.</summary>
    public string? Summary { get; init; }

    /// <summary>The text, paragraphs parted by line breaks; this, `markdown` or `html` must be there.</summary>
    public string? Text { get; init; }

    /// <summary>The text as Markdown.</summary>
    public string? Markdown { get; init; }

    /// <summary>The text as HTML, which is cleaned.</summary>
    public string? Html { get; init; }

    /// <summary>When it was published, with an offset or in the site's zone: `2026-11-24 09:00`. A moment to come waits for it.</summary>
    public string? Date { get; init; }

    /// <summary>Before this moment nobody sees it.</summary>
    public string? Embargo { get; init; }

    /// <summary>The section's name or slug; a new name makes a section.</summary>
    public string? Section { get; init; }

    /// <summary>The organisation it came from.</summary>
    public string? Source { get; init; }

    /// <summary>The writers as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The editor in charge.</summary>
    public string? Editor { get; init; }

    /// <summary>Topics, in order.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The last part of its address, where it is new; made from the headline where it is absent.</summary>
    public string? Slug { get; init; }

    /// <summary>Addresses it had elsewhere, which lead to it from now on.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>It is not to be published yet.</summary>
    public bool? Draft { get; init; }

    /// <summary>The text's language, a tag of BCP 47 such as `zh-Hans`.</summary>
    public string? Language { get; init; }
}
