using System.Text.Json;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Importing.Ledgers;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing;

/// <summary>Writes an extraction's fields into an article's row and body.</summary>
/// <param name="pictures">Takes in pictures.</param>
/// <param name="names">Sections, tags, sources, writers.</param>
/// <param name="options">How the import is done.</param>
internal sealed class ArticleAssembler(PictureIntake pictures, NameBook names, ImportOptions options)
{
    private readonly PictureRows _pictures = new(pictures, options.DryRun);

    /// <summary>Fills an article, new or stored; fields that a person edited stay as they are.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="article">The article; its tags, writers and pictures are loaded.</param>
    /// <param name="body">Its body.</param>
    /// <param name="input">The input.</param>
    /// <param name="extracted">What it became; warnings are added to it.</param>
    /// <param name="hash">SHA-256 of its bytes.</param>
    /// <param name="nowUtc">The moment of the import.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task FillAsync(
        NewsDbContext db, Article article, ArticleBody body, InputItem input, ExtractedArticle extracted, string hash, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var file = input.File!;
        var notes = new OriginNotes(body, extracted);
        if (input is KeptOriginal)
        {
            // It was found by its original, and stays the article that others know by this id.
            notes.Leave("id");
        }
        else
        {
            notes.Take("id", () => article.ExternalId = extracted.ExternalId ?? article.ExternalId);
        }

        FillWords(article, extracted, notes);
        FillTimes(article, extracted, notes, nowUtc);
        await FillSectionAsync(db, article, input, extracted, notes, cancellationToken);
        await notes.TakeAsync("source", async () =>
            article.Source = extracted.Source is { Length: > 0 } source ? await names.NamedAsync<Source>(db, source, cancellationToken) : null);
        await notes.TakeAsync("tags", () => ArticleNames.FillTagsAsync(db, names, article, extracted.Tags, cancellationToken));
        await notes.TakeAsync("authors", () => ArticleNames.FillAuthorsAsync(db, names, article, extracted.Authors, cancellationToken));
        await FillBodyAsync(db, article, body, input, extracted, notes, nowUtc, cancellationToken);
        LiveIntake.Fill(article, extracted, nowUtc);
        article.ImportPath = file.RelativePath;
        article.OriginalHash = hash;
        article.IsSample = options.IsSample?.Invoke(file.RelativePath) ?? article.IsSample;
        notes.WarnOfEdited();
        body.LedgerJson = FileLedger.Write(extracted.FurtherLedgers.Prepend(new FileLedger(file.RelativePath, extracted.Ledger)));
        body.OriginsJson = notes.ToString();
        body.Listed = extracted.Listed.Count > 0 ? string.Join('\n', extracted.Listed) : null;
        body.WarningsJson = extracted.Warnings.Count > 0 ? JsonSerializer.Serialize(extracted.Warnings, AccountJson.Options) : null;
    }

    private static void FillWords(Article article, ExtractedArticle extracted, OriginNotes notes)
    {
        notes.Take("headline", () => (article.Headline, article.HeadlineAutomatic) = (extracted.Headline, extracted.HeadlineAutomatic));
        notes.Take("kicker", () => article.Kicker = extracted.Kicker);
        notes.Take("subheadline", () => article.Subheadline = extracted.Subheadline);
        notes.Take("byline", () => article.Byline = extracted.Byline);
        notes.Take("editor", () => article.Editor = extracted.Editor);
        notes.Take("dateline", () => article.Dateline = extracted.Dateline);
        notes.Take("pictureCredit", () => article.PictureCredit = extracted.PictureCredit);
        notes.Take("language", () => article.Language = extracted.Language);
        notes.Take("canonicalUrl", () => article.OriginalUrl = extracted.CanonicalUrl);
        notes.Take("siteName", () => article.OriginalSiteName = extracted.SiteName);
        notes.Take("aliases", () => { });
        notes.TakeOnce("slug", "made from the headline");
        var stated = AutomaticSummary.Stated(extracted);
        if (stated is null && notes.IsEdited("body"))
        {
            // The sentences of the file may be gone from the text that a person wrote.
            notes.Leave("summary");
            return;
        }

        notes.Take(
            "summary",
            () => (article.Summary, article.SummaryAutomatic) = (stated ?? AutomaticSummary.Of(extracted), stated is null || extracted.SummaryAutomatic),
            stated is null ? FieldOrigin.By("first sentences of the text") : null);
    }

    private static void FillTimes(Article article, ExtractedArticle extracted, OriginNotes notes, DateTime nowUtc)
    {
        if (article.Status == ArticleStatus.Published && IsAhead(extracted, nowUtc))
        {
            extracted.Warnings.Add(new ImportWarning(0, "The article is public already; its new time lies ahead and was not taken. Withdraw it to hold it back."));
            notes.Leave("published", "embargo", "revised");
            return;
        }

        if (extracted.Published is { } published)
        {
            notes.Take("published", () => (article.PublishedUtc, article.PublishedDateOnly, article.PublishedAutomatic) =
                (published.At.UtcDateTime.ToMilliseconds(), published.DateOnly, extracted.PublishedAutomatic));
        }
        else if (article.PublishedUtc == default)
        {
            notes.Take("published", () => (article.PublishedUtc, article.PublishedAutomatic) = (nowUtc, true), FieldOrigin.By("moment of the first import"));
        }
        else
        {
            notes.Leave("published");
        }

        notes.Take("embargo", () => article.EmbargoUtc = extracted.Embargo?.At.UtcDateTime.ToMilliseconds());
        FillRevised(article, extracted, notes);
    }

    // A moment at which we changed the public text ourselves is later than any that the file knew of.
    private static void FillRevised(Article article, ExtractedArticle extracted, OriginNotes notes)
    {
        var stated = extracted.Revised?.At.UtcDateTime.ToMilliseconds();
        stated = stated > article.PublishedUtc ? stated : null;
        var known = notes.Before("revised");
        var isOurs = known == OriginNotes.ChangedByImport || (known is null && article.RevisedUtc is not null);
        if (isOurs && (stated is null || stated <= article.RevisedUtc))
        {
            notes.Leave("revised");
            return;
        }

        notes.Take("revised", () => article.RevisedUtc = stated);
        if (stated is null)
        {
            notes.Forget("revised");
        }
    }

    private static bool IsAhead(ExtractedArticle extracted, DateTime nowUtc) =>
        extracted.Published?.At.UtcDateTime > nowUtc || extracted.Embargo?.At.UtcDateTime > nowUtc;

    private async Task FillSectionAsync(
        NewsDbContext db, Article article, InputItem input, ExtractedArticle extracted, OriginNotes notes, CancellationToken cancellationToken)
    {
        var chosen = input is KeptOriginal kept ? kept.Use.ChosenSection : options.Section;
        var folder = FolderOf(input.File!.RelativePath);
        var origin = chosen is not null ? FieldOrigin.By("option --section")
            : extracted.Section is not null ? null
            : FieldOrigin.By(folder is null ? "no section stated" : $"folder \"{folder}\"");
        await notes.TakeAsync("section", async () => article.Section = await names.SectionAsync(db, chosen ?? extracted.Section ?? folder, cancellationToken), origin);
    }

    // Text and pictures name each other by number: where a person edited one of them, the other must still fit.
    private async Task FillBodyAsync(
        NewsDbContext db, Article article, ArticleBody body, InputItem input, ExtractedArticle extracted, OriginNotes notes, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var samePictures = article.Pictures.OrderBy(p => p.Position).Select(p => p.OriginalSrc).SequenceEqual(extracted.Pictures.Select(p => p.Src));
        if (notes.IsEdited("pictures") && !samePictures)
        {
            notes.Leave("body", "cover");
            return;
        }

        if (notes.IsEdited("body"))
        {
            notes.Leave("pictures", "cover");
            return;
        }

        notes.Take("body", () => (body.Html, body.Text) = (extracted.Body.Value, extracted.Text));
        article.CharacterCount = CharacterCount.Of(body.Text);
        var stored = input is KeptOriginal ? new StoredPictures(article) : null;
        await notes.TakeAsync("pictures", () => FillPicturesAsync(db, article, input, extracted, stored, nowUtc, cancellationToken));
        await FillCoverAsync(db, article, input, extracted, stored, notes, nowUtc, cancellationToken);
    }

    private async Task FillPicturesAsync(
        NewsDbContext db, Article article, InputItem input, ExtractedArticle extracted, StoredPictures? stored, DateTime nowUtc, CancellationToken cancellationToken)
    {
        article.Pictures.RemoveAll(p => p.Position >= extracted.Pictures.Count);
        for (var i = 0; i < extracted.Pictures.Count; i++)
        {
            var from = extracted.Pictures[i];
            var shown = article.Pictures.Find(p => p.Position == i);
            if (shown is null)
            {
                article.Pictures.Add(shown = new ArticlePicture { Position = i });
            }

            shown.OriginalSrc = from.Src;
            shown.AltText = from.Alt;
            shown.Caption = from.Caption;
            shown.Credit = from.Credit;
            shown.Picture = stored is null
                ? await _pictures.FindAsync(db, input, from.Src, extracted, nowUtc, cancellationToken)
                : await _pictures.FindAsync(db, input, from.Src, i, stored, extracted, nowUtc, cancellationToken);
            shown.PictureId = shown.Picture?.Id is > 0 and var id ? id : null;
        }
    }

    private async Task FillCoverAsync(
        NewsDbContext db, Article article, InputItem input, ExtractedArticle extracted, StoredPictures? stored, OriginNotes notes, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var cover = stored is null || (extracted.Cover is { } src && extracted.Taken.ContainsKey(src))
            ? await _pictures.FindAsync(db, input, extracted.Cover, extracted, nowUtc, cancellationToken)
            : stored.Cover(extracted);
        var lead = cover ?? article.Pictures.OrderBy(p => p.Position).Select(p => p.Picture).FirstOrDefault(p => p is not null);
        notes.Take(
            "cover",
            () => (article.LeadPicture, article.LeadPictureId) = (lead, lead?.Id is > 0 and var id ? id : null),
            cover is null && lead is not null ? FieldOrigin.By("first picture of the body") : null);
    }

    // The first folder below the imported root names the section; a year, a month, an article's own bundle and the folders
    // that Hugo, Hexo and Jekyll keep their posts in name none.
    private static string? FolderOf(string relativePath)
    {
        var parts = relativePath.Split('/');
        var folders = parts[..^1];
        if (folders.Length > 0 && Path.GetFileNameWithoutExtension(parts[^1]) is "index" or "_index")
        {
            folders = folders[..^1];
        }

        if (Array.FindIndex(folders, f => f is "_posts" or "_drafts") is >= 0 and var posts)
        {
            folders = [.. folders[(posts + 1)..], .. folders[..posts].Where(f => f is not "source")];
        }
        else if (folders is ["content", ..])
        {
            folders = folders[1..];
        }

        return folders.FirstOrDefault(f => !f.All(c => char.IsAsciiDigit(c) || c is '-' or '.'));
    }
}
