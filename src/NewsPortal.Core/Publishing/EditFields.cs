using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Publishing;

/// <summary>Puts the words and times of an edit into an article; what did not change stays exactly as it was.</summary>
/// <param name="article">The article.</param>
/// <param name="nowUtc">The moment of the edit.</param>
internal sealed class EditFields(Article article, DateTime nowUtc)
{
    /// <summary>Characters of a section's, source's or writer's name; longer ones are no names.</summary>
    public const int LongestName = 80;

    private static readonly DateTime Earliest = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>One line of text: as it is stored where it is the same, else without what no page can show.</summary>
    /// <exception cref="ArticleEditException">It is too long.</exception>
    public static string? Line(string field, string? wanted, string? stored, int longest)
    {
        if (wanted == stored)
        {
            return stored;
        }

        var clean = string.Join(' ', SafeText.WithoutForbidden(wanted ?? string.Empty).Split([' ', '\t', '\r', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
        return clean.Length == 0 ? null
            : clean.Length <= longest ? clean
            : throw new ArticleEditException(field, EditProblem.TooLong, $"it has {clean.Length:N0} characters, at most {longest:N0} are stored; shorten it");
    }

    /// <summary>Everything that is a line of its own.</summary>
    public void Words(ArticleEdit edit)
    {
        article.Kicker = Line("kicker", edit.Kicker, article.Kicker, ArticleFields.LongestHeadline);
        article.Subheadline = Line("subheadline", edit.Subheadline, article.Subheadline, ArticleFields.LongestHeadline);
        article.Byline = Line("byline", edit.Byline, article.Byline, 300);
        article.Editor = Line("editor", edit.Editor, article.Editor, 100);
        article.Dateline = Line("dateline", edit.Dateline, article.Dateline, 200);
        article.PictureCredit = Line("pictureCredit", edit.PictureCredit, article.PictureCredit, 200);
        article.OriginalSiteName = Line("siteName", edit.OriginalSiteName, article.OriginalSiteName, 200);
        if (edit.OriginalUrl != article.OriginalUrl)
        {
            article.OriginalUrl = Address(edit.OriginalUrl);
        }
    }

    /// <summary>Headline, summary and language, which follow from the text where nobody writes them.</summary>
    public void Headline(ArticleEdit edit, RenderedBody rendered, bool textChanged)
    {
        var stored = article.Headline.Length == 0 ? null : article.Headline;
        var headline = Line("headline", edit.Headline, stored, ArticleFields.LongestHeadline);
        if (headline is null)
        {
            headline = ArticleCompletion.FirstSentence(rendered.Text);
            (article.Headline, article.HeadlineAutomatic) = headline.Length > 0 ? (headline, true)
                : throw new ArticleEditException("headline", EditProblem.Missing, "there is no headline and no text to make one from; write one of them");
        }
        else if (headline != stored)
        {
            (article.Headline, article.HeadlineAutomatic) = (headline, false);
        }

        var summary = Line("summary", edit.Summary, article.SummaryAutomatic ? null : article.Summary, 2000);
        if (summary is not null)
        {
            (article.Summary, article.SummaryAutomatic) = (summary, false);
        }
        else if (article.SummaryAutomatic ? textChanged : article.Summary is not null)
        {
            var extracted = new ExtractedArticle { Headline = article.Headline };
            extracted.Fill(rendered);
            (article.Summary, article.SummaryAutomatic) = (AutomaticSummary.Of(extracted), true);
        }

        if (string.IsNullOrWhiteSpace(edit.Language))
        {
            article.Language = LanguageTag.Guess(article.Headline + "\n" + rendered.Text);
        }
        else if (edit.Language != article.Language)
        {
            article.Language = LanguageTag.Canonical(edit.Language)
                ?? throw new ArticleEditException("language", EditProblem.Unreadable, $"'{edit.Language}' is no language tag; write one such as zh-Hans or en");
        }
    }

    /// <summary>When it was or shall be published, and not before when.</summary>
    public void Times(ArticleEdit edit)
    {
        Embargo(edit.EmbargoUtc?.ToMilliseconds());
        var wanted = edit.PublishedUtc?.ToMilliseconds();
        var stored = article.PublishedAutomatic ? (DateTime?)null : article.PublishedUtc;
        if (wanted == stored && (wanted is null || edit.PublishedDateOnly == article.PublishedDateOnly))
        {
            return;
        }

        if (wanted is { } moment)
        {
            Published(moment, edit.PublishedDateOnly);
        }
        else if (article.Status is ArticleStatus.Draft or ArticleStatus.InReview)
        {
            (article.PublishedAutomatic, article.PublishedDateOnly) = (true, false);
        }
        else
        {
            throw new ArticleEditException("published", EditProblem.Missing, $"an article that is {article.Status} has a moment of publication; state one");
        }
    }

    /// <summary>Sets the moment of publication.</summary>
    public void Published(DateTime moment, bool dateOnly)
    {
        Check("published", moment);
        if (article.Status is ArticleStatus.Published or ArticleStatus.Withdrawn && moment > nowUtc)
        {
            throw new ArticleEditException("published", EditProblem.Ahead, "readers have seen it already, so its moment cannot lie ahead; withdraw it to take it back");
        }

        if (article.Status == ArticleStatus.Scheduled && moment <= nowUtc && !(article.EmbargoUtc > nowUtc))
        {
            throw new ArticleEditException("published", EditProblem.Past, "it waits for a moment, which must lie ahead; publish it now or hold it back");
        }

        (article.PublishedUtc, article.PublishedDateOnly, article.PublishedAutomatic) = (moment, dateOnly, false);
    }

    /// <summary>Sets or lifts the moment before which it may not appear.</summary>
    public void Embargo(DateTime? moment)
    {
        if (moment == article.EmbargoUtc)
        {
            return;
        }

        if (moment is { } embargo)
        {
            Check("embargo", embargo);
            if (!article.Status.IsBeforePublication() && embargo > nowUtc)
            {
                throw new ArticleEditException("embargo", EditProblem.Ahead, "readers have seen it already, so it cannot be held back; withdraw it");
            }
        }

        article.EmbargoUtc = moment;
    }

    private static void Check(string field, DateTime moment)
    {
        if (moment < Earliest || moment >= Latest)
        {
            throw new ArticleEditException(field, EditProblem.Unreadable, "the moment lies outside the years 1980 to 2099; check the year");
        }
    }

    private static string? Address(string? written)
    {
        var clean = Line("canonicalUrl", written, null, 2000);
        if (clean is null)
        {
            return null;
        }

        return Uri.TryCreate(clean, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" && LinkAddress.ForLink(clean) is { } address
            ? address
            : throw new ArticleEditException("canonicalUrl", EditProblem.Unreadable, "it is no http or https address; write it with https://, or leave it empty");
    }
}
