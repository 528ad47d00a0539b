using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Exporting;
using NewsPortal.Core.Importing.Variants;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing;

/// <summary>Stores a page beside the articles that a file brings: an export of our own, a page of WordPress or Ghost.</summary>
internal static class ImportedPage
{
    private const int LongestSlug = 60;
    private const int LongestTitle = 120;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Stores it where there is none at its address. One that is there belongs to the newsroom, and no file changes it.</summary>
    /// <param name="db">The context of the import's transaction.</param>
    /// <param name="edition">The import's transaction.</param>
    /// <param name="incoming">The file and what was read in it; a warning is added where it is not taken, or not whole.</param>
    /// <param name="isDraft">The whole import is kept as drafts.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ImportOutcome> PutAsync(NewsDbContext db, Edition edition, Incoming incoming, bool isDraft, string actor, CancellationToken cancellationToken)
    {
        var extracted = incoming.Extraction.Article!;
        var slug = Pinyin.Slug(string.IsNullOrWhiteSpace(extracted.Slug) ? extracted.Headline : extracted.Slug);
        slug = slug.Length == 0 ? "page" : slug[..Math.Min(slug.Length, LongestSlug)].TrimEnd('-');
        var (title, text) = (Characters.Cut(extracted.Headline, LongestTitle), AsWritten(incoming.Input.File!) ?? TextOf(extracted));
        var stored = db.FixedPages.Local.FirstOrDefault(p => p.Slug == slug) ?? await db.FixedPages.FirstOrDefaultAsync(p => p.Slug == slug, cancellationToken);
        if (stored is not null)
        {
            if (stored.Title != title || stored.Text != text)
            {
                extracted.Warnings.Add(new ImportWarning(0, $"there is a page /pages/{slug} already, which only the newsroom changes; the file's text was not taken"));
            }

            return ImportOutcome.Unchanged;
        }

        if (await db.FormerSlugs.AnyAsync(f => f.Kind == NameKind.Page && f.Slug == slug, cancellationToken))
        {
            extracted.Warnings.Add(new ImportWarning(0, $"/pages/{slug} leads to a page that has another address now; the file was left out"));
            return ImportOutcome.Unchanged;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > PageDesk.LongestText)
        {
            extracted.Warnings.Add(new ImportWarning(0, $"the page has {text.Length:N0} characters of text, 1 to {PageDesk.LongestText:N0} are stored; left out"));
            return ImportOutcome.Unchanged;
        }

        var place = await db.FixedPages.CountAsync(cancellationToken) + db.FixedPages.Local.Count(p => p.Id == 0);
        var page = new FixedPage
        {
            Slug = slug,
            Title = title,
            Text = text,
            IsPublic = !isDraft && !extracted.Draft,
            IsInFooter = extracted.IsInFooter,
            Position = place,
            UpdatedUtc = edition.NowUtc,
            Version = 1,
        };
        db.FixedPages.Add(page);
        edition.Tell($"pages {slug} imported by {actor}");
        return ImportOutcome.Added;
    }

    // A page of our own export stands in its file as an editor wrote it, and is cleaned whenever it is shown.
    private static string? AsWritten(SourceFile file)
    {
        if (!file.RelativePath.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var text = Strict.GetString(file.Bytes.Span).ReplaceLineEndings("\n").TrimStart('\uFEFF');
            var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", StringComparison.Ordinal) : -1;
            return end < 0 ? null : text[(end + 5)..].Trim();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Pictures belong to articles: an address of one answers only while an article shows it.
    private static string TextOf(ExtractedArticle extracted)
    {
        using var document = new HtmlParser().ParseDocument(extracted.Body.Value);
        var pictures = document.QuerySelectorAll("figure, img").Where(e => e.ParentElement?.Closest("figure") is null).ToList();
        pictures.ForEach(p => p.Remove());
        if (pictures.Count > 0)
        {
            extracted.Warnings.Add(new ImportWarning(0, $"a page holds no pictures; {pictures.Count} left out"));
        }

        return MarkdownBody.Of(document.Body!.InnerHtml, asHtml: false).Trim();
    }
}
