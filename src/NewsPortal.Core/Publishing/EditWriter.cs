using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Publishing;

/// <summary>Writes what an editor gave, or an earlier state, into an article's rows. Fields that are as they were are not touched.</summary>
/// <param name="db">The context of the transaction.</param>
/// <param name="article">The article with everything.</param>
/// <param name="body">Its body.</param>
/// <param name="nowUtc">The moment of the act.</param>
internal sealed class EditWriter(NewsDbContext db, Article article, ArticleBody body, DateTime nowUtc)
{
    private const int MostTags = 50;
    private const int LongestTag = 50;

    private readonly NameBook _names = new();
    private readonly EditedPictures _pictures = new(db, article);

    /// <summary>Pictures that the text names and the site does not have.</summary>
    public IReadOnlyList<string> MissingPictures => _pictures.Missing;

    /// <summary>Writes an edit.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="rendered">Its text, made safe.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArticleEditException">A field cannot be stored.</exception>
    public async Task WriteAsync(ArticleEdit edit, RenderedBody rendered, CancellationToken cancellationToken)
    {
        var shown = ArticleEdit.Of(article, body);
        var fields = new EditFields(article, nowUtc);
        var byline = article.Byline;
        fields.Words(edit);
        fields.Times(edit);
        await NamesAsync(edit, byline != article.Byline, cancellationToken);
        var textChanged = rendered.Html.Value != body.Html;
        if (textChanged)
        {
            await _pictures.FillAsync(BodyRenderer.FromHtml(body.Html).Pictures, rendered.Pictures, cancellationToken);
            (body.Html, body.Text) = (rendered.Html.Value, rendered.Text);
            article.CharacterCount = CharacterCount.Of(body.Text);
        }

        _pictures.Credit(edit.Credits);
        _pictures.Decorate(edit.Decorative);
        await _pictures.CoverAsync(edit.Cover, shown.Cover, textChanged, cancellationToken);
        fields.Headline(edit, rendered, textChanged);
    }

    /// <summary>Brings back an earlier state; when the article appears is not part of what it says, and stays.</summary>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RestoreAsync(ArticleState state, CancellationToken cancellationToken)
    {
        (article.Headline, article.HeadlineAutomatic) = (state.Headline, state.HeadlineAutomatic);
        (article.Kicker, article.Subheadline) = (state.Kicker, state.Subheadline);
        (article.Summary, article.SummaryAutomatic) = (state.Summary, state.SummaryAutomatic);
        (article.Byline, article.Editor, article.Dateline) = (state.Byline, state.Editor, state.Dateline);
        (article.Language, article.PictureCredit) = (state.Language, state.PictureCredit);
        (article.OriginalUrl, article.OriginalSiteName) = (state.OriginalUrl, state.OriginalSiteName);
        article.Section = await db.Sections.FindAsync([state.SectionId], cancellationToken) ?? await _names.SectionAsync(db, state.Section, cancellationToken);
        await SourceAsync(state.Source, cancellationToken);
        await ArticleNames.FillTagsAsync(db, _names, article, state.Tags, cancellationToken);
        await ArticleNames.FillAuthorsAsync(db, _names, article, state.Authors, cancellationToken);
        (body.Html, body.Text) = (state.Html, state.Text);
        article.CharacterCount = CharacterCount.Of(body.Text);
        await _pictures.RestoreAsync(state, cancellationToken);
    }

    private async Task NamesAsync(ArticleEdit edit, bool bylineChanged, CancellationToken cancellationToken)
    {
        var section = EditFields.Line("section", edit.Section, article.Section?.Name, EditFields.LongestName);
        if (article.Section is null || section != article.Section.Name)
        {
            article.Section = await _names.SectionAsync(db, section, cancellationToken);
        }

        var source = EditFields.Line("source", edit.Source, article.Source?.Name, EditFields.LongestName);
        if (source != article.Source?.Name)
        {
            await SourceAsync(source, cancellationToken);
        }

        var tags = Names("tags", edit.Tags, LongestTag);
        if (!tags.SequenceEqual(article.Tags.OrderBy(t => t.Position).Select(t => t.Tag.Name)))
        {
            await ArticleNames.FillTagsAsync(db, _names, article, tags, cancellationToken);
        }

        if ((edit.Authors ?? (bylineChanged ? AuthorNames.In(article.Byline ?? string.Empty) : null)) is { } named)
        {
            var authors = Names("authors", named, EditFields.LongestName);
            if (!authors.SequenceEqual(article.Authors.OrderBy(a => a.Position).Select(a => a.Author.Name)))
            {
                await ArticleNames.FillAuthorsAsync(db, _names, article, authors, cancellationToken);
            }
        }
    }

    private async Task SourceAsync(string? name, CancellationToken cancellationToken)
    {
        article.Source = name is null ? null : await _names.NamedAsync<Source>(db, name, cancellationToken);
        if (name is null)
        {
            article.SourceId = null;
        }
    }

    private static List<string> Names(string field, IEnumerable<string> wanted, int longest)
    {
        var names = wanted.Select(name => EditFields.Line(field, name, null, longest)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= MostTags ? names
            : throw new ArticleEditException(field, EditProblem.TooLong, $"there are {names.Count}, at most {MostTags} are stored; take some away");
    }
}
