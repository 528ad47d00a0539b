using NewsPortal.Core.Articles;
using NewsPortal.Core.Exporting;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Publishing;

/// <summary>Everything of an article that an editor writes: what a form shows, and what comes back from it.</summary>
/// <remarks>What is null or blank is empty. A form that does not show a field gives back what <see cref="Of(Article, ArticleBody)"/> put there.</remarks>
public sealed record ArticleEdit
{
    /// <summary>The headline; null for one made from the first sentence. At most 400 characters.</summary>
    public string? Headline { get; init; }

    /// <summary>The line above the headline (引题). At most 400 characters.</summary>
    public string? Kicker { get; init; }

    /// <summary>The line below the headline (副题). At most 400 characters.</summary>
    public string? Subheadline { get; init; }

    /// <summary>The sentence on cards; null for one made from the text. At most 2000 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>The section's name, slug or alias; a new name makes a section. Null for the section of articles that have none.</summary>
    public string? Section { get; init; }

    /// <summary>The organisation it came from (来源). At most 80 characters.</summary>
    public string? Source { get; init; }

    /// <summary>The writers as printed. At most 300 characters.</summary>
    public string? Byline { get; init; }

    /// <summary>The writers' names; null to read them out of a changed byline.</summary>
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>The editor in charge (责任编辑). At most 100 characters.</summary>
    public string? Editor { get; init; }

    /// <summary>What opens the text (电头). At most 200 characters.</summary>
    public string? Dateline { get; init; }

    /// <summary>Topics, in order: at most 50 of 50 characters.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was or shall be published; null where nobody says, which is the moment of publication. UTC.</summary>
    public DateTime? PublishedUtc { get; init; }

    /// <summary>Only the day of publication is known.</summary>
    public bool PublishedDateOnly { get; init; }

    /// <summary>It may not appear before this moment. UTC.</summary>
    public DateTime? EmbargoUtc { get; init; }

    /// <summary>BCP 47 tag of the text; null to have it told from the characters.</summary>
    public string? Language { get; init; }

    /// <summary>A credit that belongs to no single picture. At most 200 characters.</summary>
    public string? PictureCredit { get; init; }

    /// <summary>The original's address elsewhere; null where it is ours.</summary>
    public string? OriginalUrl { get; init; }

    /// <summary>The site it was saved from. At most 200 characters.</summary>
    public string? OriginalSiteName { get; init; }

    /// <summary>The picture on cards, as a picture of the body is named; null for the first of the body.</summary>
    public string? Cover { get; init; }

    /// <summary>
    /// The text. Its pictures are named by the address of any picture of this site (<c>/media/…</c>, in any of its sizes), or
    /// by <c>picture:N</c>: the article's own by their place before this edit, as those are whose bytes are missing.
    /// <c>alt</c> and <c>figcaption</c> come from here.
    /// </summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>How the text is written.</summary>
    public BodyFormat Format { get; init; }

    /// <summary>Credits of the body's pictures, in the order of <see cref="Body"/>; null leaves each as it is, an empty one takes it away.</summary>
    public IReadOnlyList<string?> Credits { get; init; } = [];

    /// <summary>Which of the body's pictures need no words, in the order of <see cref="Body"/>; null leaves the choice as it is.</summary>
    public IReadOnlyList<bool?> Decorative { get; init; } = [];

    /// <summary>An article as a form shows it, its text as HTML.</summary>
    /// <param name="article">The article with everything; see <see cref="WholeArticle"/>.</param>
    /// <param name="body">Its body.</param>
    public static ArticleEdit Of(Article article, ArticleBody body) => Of(ArticleState.Of(article, body));

    /// <summary>An earlier state as a form shows it, its text as HTML.</summary>
    /// <param name="state">The state.</param>
    public static ArticleEdit Of(ArticleState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new ArticleEdit
        {
            Headline = state.Headline,
            Kicker = state.Kicker,
            Subheadline = state.Subheadline,
            Summary = state.SummaryAutomatic ? null : state.Summary,
            Section = state.Section,
            Source = state.Source,
            Byline = state.Byline,
            Authors = state.Authors,
            Editor = state.Editor,
            Dateline = state.Dateline,
            Tags = state.Tags,
            PublishedUtc = state.PublishedAutomatic ? null : state.PublishedUtc,
            PublishedDateOnly = state.PublishedDateOnly,
            EmbargoUtc = state.EmbargoUtc,
            Language = state.Language,
            PictureCredit = state.PictureCredit,
            OriginalUrl = state.OriginalUrl,
            OriginalSiteName = state.OriginalSiteName,
            Cover = state.Cover == state.Pictures.FirstOrDefault(p => p.Path is not null)?.Path ? null : state.Cover,

            // By their addresses a form can show them, and a text that is saved on another version still means the same.
            Body = PicturePlaceholders.WithAddresses(SafeHtml.FromStore(state.Html), place => place < state.Pictures.Count ? state.Pictures[place].Path : null),
        };
    }

    /// <summary>The same with its text as Markdown; what Markdown cannot say stays the HTML that it is.</summary>
    public ArticleEdit AsMarkdown() => Format == BodyFormat.Markdown ? this : this with { Body = MarkdownBody.Of(Body, asHtml: false), Format = BodyFormat.Markdown };
}

/// <summary>How a text is written.</summary>
public enum BodyFormat
{
    /// <summary>As HTML.</summary>
    Html,

    /// <summary>As Markdown.</summary>
    Markdown,
}
