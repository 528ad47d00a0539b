using NewsPortal.Core.Articles;
using NewsPortal.Core.Exporting;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Publishing;

/// <summary>What somebody writes as an entry of a live report.</summary>
public sealed record LiveEntry
{
    /// <summary>How long its text may be, in characters: what is longer is an article.</summary>
    public const int LongestText = 20_000;

    /// <summary>How long its headline may be, in characters.</summary>
    public const int LongestHeadline = 200;

    /// <summary>Its headline; may be empty.</summary>
    public string? Headline { get; init; }

    /// <summary>Its text. Pictures are left out of it, their captions stay: the article itself shows pictures.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>How the text is written.</summary>
    public BodyFormat Format { get; init; } = BodyFormat.Markdown;

    /// <summary>It belongs to the key moments.</summary>
    public bool IsKey { get; init; }

    /// <summary>A stored entry as a form shows it, its text as Markdown.</summary>
    /// <param name="update">The entry.</param>
    public static LiveEntry Of(LiveUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return new LiveEntry { Headline = update.Headline, Text = MarkdownBody.Of(update.Html, asHtml: false), IsKey = update.IsKey };
    }

    /// <summary>Makes it what is stored, by the cleaner that every text goes through.</summary>
    /// <exception cref="ArticleEditException">It is empty or too long.</exception>
    internal Words Render()
    {
        var headline = EditFields.Line("headline", Headline, null, LongestHeadline) ?? string.Empty;
        var rendered = EditedText.Render(new ArticleEdit { Body = Text, Format = Format });
        if (string.IsNullOrWhiteSpace(rendered.Text))
        {
            throw new ArticleEditException("body", EditProblem.Missing, "the text is empty; write at least a sentence");
        }

        return rendered.Text.Length <= LongestText
            ? new Words(headline, PicturePlaceholders.Fill(rendered.Html, _ => null).Value, rendered.Text, IsKey)
            : throw new ArticleEditException("body", EditProblem.TooLong, $"the text has {rendered.Text.Length:N0} characters, at most {LongestText:N0} are stored; divide it");
    }

    /// <summary>An entry as it is stored.</summary>
    internal sealed record Words(string Headline, string Html, string Text, bool IsKey)
    {
        public static Words Of(LiveUpdate update) => new(update.Headline, update.Html, update.Text, update.IsKey);

        public void WriteTo(LiveUpdate update) => (update.Headline, update.Html, update.Text, update.IsKey) = (Headline, Html, Text, IsKey);

        public string Said => Headline.Length == 0 ? Text : $"{Headline}\n{Text}";
    }
}
