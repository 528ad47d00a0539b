using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing;

/// <summary>Writes an extraction's fields into an article's row and body.</summary>
/// <param name="pictures">Takes in pictures.</param>
/// <param name="names">Sections, tags, sources, writers.</param>
/// <param name="options">How the import is done.</param>
internal sealed class ArticleAssembler(PictureIntake pictures, NameBook names, ImportOptions options)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Fills an article, new or stored.</summary>
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
        FillWords(article, extracted);
        FillTimes(article, extracted, nowUtc);
        article.Section = await names.SectionAsync(db, options.Section ?? extracted.Section ?? FolderOf(file.RelativePath), cancellationToken);
        article.Source = extracted.Source is { Length: > 0 } source ? await names.NamedAsync<Source>(db, source, cancellationToken) : null;
        await FillTagsAsync(db, article, extracted, cancellationToken);
        await FillAuthorsAsync(db, article, extracted, cancellationToken);
        await FillPicturesAsync(db, article, input, extracted, nowUtc, cancellationToken);
        article.ImportPath = file.RelativePath;
        article.OriginalHash = hash;
        article.IsSample = options.IsSample?.Invoke(file.RelativePath) ?? article.IsSample;
        body.Html = extracted.Body.Value;
        body.Text = extracted.Text;
        body.LedgerJson = JsonSerializer.Serialize(extracted.Ledger, Json);
        body.OriginsJson = JsonSerializer.Serialize(extracted.Origins, Json);
        body.Listed = extracted.Listed.Count > 0 ? string.Join('\n', extracted.Listed) : null;
        body.WarningsJson = extracted.Warnings.Count > 0 ? JsonSerializer.Serialize(extracted.Warnings, Json) : null;
    }

    /// <summary>Gives a new article its address: the day of its publication in the site's zone and a slug that is free on that day.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="article">The article, filled.</param>
    /// <param name="wanted">The slug that the file asks for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task GiveAddressAsync(NewsDbContext db, Article article, string? wanted, CancellationToken cancellationToken)
    {
        var day = ArticleAddress.Day(options.Zone.DayOf(article.PublishedUtc));
        var slug = Pinyin.Slug(wanted ?? string.Empty);
        slug = slug.Length > 0 ? slug : Pinyin.Slug(article.Headline);

        // A headline of signs alone has no letters to make a slug from.
        slug = slug.Length > 0 ? slug : "article";
        // A numbered slug may be cut shorter than its stem, so the stem is looked for without its end.
        var stem = slug[..Math.Min(slug.Length, 55)].TrimEnd('-');
        var taken = (await db.Articles.Where(a => a.Day == day && (a.Slug == slug || a.Slug.StartsWith(stem)))
                .Select(a => a.Slug).ToListAsync(cancellationToken))
            .Concat(db.Articles.Local.Where(a => a.Day == day).Select(a => a.Slug)).ToHashSet(StringComparer.Ordinal);
        var free = slug;
        for (var number = 2; taken.Contains(free); number++)
        {
            var tail = $"-{number}";
            free = slug[..Math.Min(slug.Length, 60 - tail.Length)].TrimEnd('-') + tail;
        }

        article.Day = day;
        article.Slug = free;
    }

    /// <summary>Notes the addresses that the article had elsewhere.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="article">The article.</param>
    /// <param name="extracted">What the input became; warnings are added to it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task AddAliasesAsync(NewsDbContext db, Article article, ExtractedArticle extracted, CancellationToken cancellationToken)
    {
        foreach (var alias in extracted.Aliases)
        {
            var path = Uri.TryCreate(alias, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.AbsolutePath : alias;
            path = Uri.UnescapeDataString(path.Split('?', '#')[0]).Trim();
            path = path.StartsWith('/') ? path : "/" + path;
            if (path.Length is < 2 or > 500 || path.Any(char.IsControl) || path == article.Path)
            {
                extracted.Warnings.Add(new ImportWarning(0, $"'{alias}' is no address that could redirect; it was left out."));
                continue;
            }

            var known = db.OldAddresses.Local.FirstOrDefault(a => a.Path == path)
                ?? await db.OldAddresses.FirstOrDefaultAsync(a => a.Path == path, cancellationToken);
            if (known is null)
            {
                db.OldAddresses.Add(new OldAddress { Path = path, Article = article });
            }
            else if (known.ArticleId != article.Id || known.ArticleId == 0)
            {
                extracted.Warnings.Add(new ImportWarning(0, $"The old address {path} leads to another article already; it was left there."));
            }
        }
    }

    private static void FillWords(Article article, ExtractedArticle extracted)
    {
        article.ExternalId = extracted.ExternalId ?? article.ExternalId;
        article.Headline = extracted.Headline;
        article.HeadlineAutomatic = extracted.HeadlineAutomatic;
        article.Kicker = extracted.Kicker;
        article.Subheadline = extracted.Subheadline;
        var stated = AutomaticSummary.Stated(extracted);
        article.Summary = stated ?? AutomaticSummary.Of(extracted);
        article.SummaryAutomatic = stated is null;
        article.Byline = extracted.Byline;
        article.Editor = extracted.Editor;
        article.Dateline = extracted.Dateline;
        article.PictureCredit = extracted.PictureCredit;
        article.Language = extracted.Language;
        article.OriginalUrl = extracted.CanonicalUrl;
        article.OriginalSiteName = extracted.SiteName;
        article.CharacterCount = CharacterCount.Of(extracted.Text);
    }

    private static void FillTimes(Article article, ExtractedArticle extracted, DateTime nowUtc)
    {
        if (article.Status == ArticleStatus.Published && IsAhead(extracted, nowUtc))
        {
            extracted.Warnings.Add(new ImportWarning(0, "The article is public already; its new time lies ahead and was not taken. Withdraw it to hold it back."));
            return;
        }

        if (extracted.Published is { } published)
        {
            article.PublishedUtc = published.At.UtcDateTime.ToMilliseconds();
            article.PublishedDateOnly = published.DateOnly;
            article.PublishedAutomatic = false;
        }
        else if (article.PublishedUtc == default)
        {
            article.PublishedUtc = nowUtc;
            article.PublishedAutomatic = true;
        }

        article.EmbargoUtc = extracted.Embargo?.At.UtcDateTime.ToMilliseconds();
        article.RevisedUtc = extracted.Revised is { } revised && revised.At.UtcDateTime > article.PublishedUtc
            ? revised.At.UtcDateTime.ToMilliseconds()
            : article.RevisedUtc;
    }

    private static bool IsAhead(ExtractedArticle extracted, DateTime nowUtc) =>
        extracted.Published?.At.UtcDateTime > nowUtc || extracted.Embargo?.At.UtcDateTime > nowUtc;

    private async Task FillTagsAsync(NewsDbContext db, Article article, ExtractedArticle extracted, CancellationToken cancellationToken)
    {
        var tags = new List<Tag>();
        foreach (var name in extracted.Tags.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            var tag = await names.NamedAsync<Tag>(db, name, cancellationToken);
            if (!tags.Contains(tag))
            {
                tags.Add(tag);
            }
        }

        article.Tags.RemoveAll(t => !tags.Contains(t.Tag));
        for (var i = 0; i < tags.Count; i++)
        {
            var known = article.Tags.Find(t => t.Tag == tags[i]);
            if (known is null)
            {
                article.Tags.Add(known = new ArticleTag { Article = article, Tag = tags[i] });
            }

            known.Position = i;
        }
    }

    private async Task FillAuthorsAsync(NewsDbContext db, Article article, ExtractedArticle extracted, CancellationToken cancellationToken)
    {
        var authors = new List<Author>();
        foreach (var name in extracted.Authors.Where(a => !string.IsNullOrWhiteSpace(a)))
        {
            var author = await names.NamedAsync<Author>(db, name, cancellationToken);
            if (!authors.Contains(author))
            {
                authors.Add(author);
            }
        }

        article.Authors.RemoveAll(a => !authors.Contains(a.Author));
        for (var i = 0; i < authors.Count; i++)
        {
            var known = article.Authors.Find(a => a.Author == authors[i]);
            if (known is null)
            {
                article.Authors.Add(known = new ArticleAuthor { Article = article, Author = authors[i] });
            }

            known.Position = i;
        }
    }

    private async Task FillPicturesAsync(
        NewsDbContext db, Article article, InputItem input, ExtractedArticle extracted, DateTime nowUtc, CancellationToken cancellationToken)
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
            shown.Picture = await PictureAsync(db, input, from.Src, extracted, nowUtc, cancellationToken);
            shown.PictureId = shown.Picture?.Id is > 0 and var id ? id : null;
        }

        var cover = await PictureAsync(db, input, extracted.Cover, extracted, nowUtc, cancellationToken);
        article.LeadPicture = cover ?? article.Pictures.OrderBy(p => p.Position).Select(p => p.Picture).FirstOrDefault(p => p is not null);
        article.LeadPictureId = article.LeadPicture?.Id is > 0 and var leadId ? leadId : null;
    }

    private async Task<Picture?> PictureAsync(
        NewsDbContext db, InputItem input, string? src, ExtractedArticle extracted, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(src))
        {
            return null;
        }

        // Taken in before the transaction; only an article that changed in the store meanwhile has something left to take.
        var taken = extracted.Taken.TryGetValue(src, out var before) ? before : await pictures.TakeAsync(input, src);
        if (taken.Refusal is { } refusal)
        {
            extracted.Warnings.Add(new ImportWarning(0, refusal));
        }

        if (taken.Picture is not { } picture || options.DryRun)
        {
            return null;
        }

        var known = db.Pictures.Local.FirstOrDefault(p => p.Hash == picture.Hash)
            ?? await db.Pictures.FirstOrDefaultAsync(p => p.Hash == picture.Hash, cancellationToken);
        if (known is null)
        {
            db.Pictures.Add(known = RowOf(picture, nowUtc));
        }

        await RememberInputAsync(db, taken.InputHash!, known, cancellationToken);
        return known;
    }

    private static async Task RememberInputAsync(NewsDbContext db, string hash, Picture picture, CancellationToken cancellationToken)
    {
        if (!db.PictureInputs.Local.Any(i => i.Hash == hash) && !await db.PictureInputs.AnyAsync(i => i.Hash == hash, cancellationToken))
        {
            db.PictureInputs.Add(new PictureInput { Hash = hash, Picture = picture });
        }
    }

    // A row of this transaction's own: a transaction that fails is tried again, and must not find its row stored already.
    private static Picture RowOf(Picture taken, DateTime nowUtc) => new()
    {
        Hash = taken.Hash,
        Extension = taken.Extension,
        Width = taken.Width,
        Height = taken.Height,
        Length = taken.Length,
        Tone = taken.Tone,
        CreatedUtc = nowUtc,
    };

    // The first folder below the imported root names the section; a year, a month or an article's own bundle names none.
    private static string? FolderOf(string relativePath)
    {
        var parts = relativePath.Split('/');
        var folders = parts[..^1];
        if (folders.Length > 0 && Path.GetFileNameWithoutExtension(parts[^1]) is "index" or "_index")
        {
            folders = folders[..^1];
        }

        return folders.FirstOrDefault(f => !f.All(c => char.IsAsciiDigit(c) || c is '-' or '.'));
    }
}
