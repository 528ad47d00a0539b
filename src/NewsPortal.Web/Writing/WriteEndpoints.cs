using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Publishing.Words;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Api;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Writing;

/// <summary>The writing side of the API: what is sent goes the importer's one way, with its report as the answer.</summary>
public static class WriteEndpoints
{
    /// <summary>Maps it.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapWriteApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/v1/articles", (Delegate)ImportAsync).WithMetadata(WriteOperation.Import).WithName(WriteOperation.Import.Id)
            .Produces<SentReport>(StatusCodes.Status200OK, WriteOperation.Json).Produces<SentReport>(StatusCodes.Status422UnprocessableEntity, WriteOperation.Json);
        endpoints.MapDelete("/api/v1/articles/{id}", (Delegate)WithdrawAsync).WithMetadata(WriteOperation.Withdraw).WithName(WriteOperation.Withdraw.Id)
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task ImportAsync(HttpContext http, NewsDbContext db, NewsStore store, CurrentSite site, TimeProvider clock, SiteLimits limits)
    {
        var token = await WriteAccess.RequireAsync(http, db, clock, TokenScopes.Draft | TokenScopes.Publish);
        if (http.Request.Query.Keys.FirstOrDefault(k => WriteOperation.Import.Parameters.All(p => p.Name != k)) is { } unknown)
        {
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, $"There is no parameter {unknown}. There are: {string.Join(", ", WriteOperation.Import.Parameters.Select(p => p.Name))}.", unknown);
        }

        var mediaType = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) ? type.MediaType.Value! : string.Empty;
        if (!SentInputs.MediaTypes.ContainsKey(mediaType))
        {
            throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, $"Content-Type must be one of: {string.Join(", ", SentInputs.MediaTypes.Keys)}.", null);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.UploadBytes;
        }

        var section = await SectionAsync(db, token, http.Request.Query["section"].FirstOrDefault(), http.RequestAborted);
        var draft = !token.Scopes.HasFlag(TokenScopes.Publish) || http.Request.Query["draft"] == "true";
        var words = new WordCheck(await WordList.FinderAsync(db, http.RequestAborted), http.Request.Query["overrideWords"] == "true");
        var options = new ImportOptions($"api:{token.Name}", site.Snapshot.Zone, Section: section, Draft: draft, DryRun: http.Request.Query["dryRun"] == "true", Refuses: stored => RefusalOf(token, stored.Status, stored.SectionId), Records: true, Words: words);
        using var sent = await SentInputs.ReadAsync(http.Request.Body, mediaType, PathOf(http), http.RequestAborted);
        var results = new List<SentResult>();
        var overridden = new List<ImportResult>();
        var report = await new ArticleImporter(store, clock).ImportAsync(
            sent.Items, options, Told, cancellationToken: http.RequestAborted);
        foreach (var result in overridden)
        {
            await new WordList(store, clock, options.Actor).RecordOverrideAsync(result.ArticleId!.Value, result.Headline ?? string.Empty, result.Words!, http.RequestAborted);
        }

        await site.RefreshAsync(cancellationToken: http.RequestAborted);
        http.Response.StatusCode = report.Total > 0 && report.Rejected == report.Total ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        await http.Response.WriteAsJsonAsync(new SentReport { Added = report.Added, Revised = report.Revised, Unchanged = report.Unchanged, Rejected = report.Rejected, Results = results }, WriteJson.Web.SentReport, ApiAnswer.MediaType, http.RequestAborted);

        void Told(ImportResult result)
        {
            results.Add(SentResult.Of(result, site.Snapshot.BaseUrl));
            if (words.IsOverridden && !options.DryRun && result is { Words: not null, ArticleId: not null, Outcome: ImportOutcome.Added or ImportOutcome.Revised })
            {
                overridden.Add(result);
            }
        }
    }

    private static async Task WithdrawAsync(HttpContext http, string id, NewsDbContext db, NewsStore store, CurrentSite site, TimeProvider clock)
    {
        var token = await WriteAccess.RequireAsync(http, db, clock, TokenScopes.Withdraw);
        var reason = http.Request.Query["reason"].FirstOrDefault()?.Trim();
        if (reason is not { Length: > 0 and <= 500 })
        {
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "Say why, in 1 to 500 characters: the reason is kept on record.", "reason");
        }

        var number = long.TryParse(id, out var parsed) ? parsed : -1;
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.ExternalId == id, http.RequestAborted)
            ?? await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == number, http.RequestAborted);
        if (article is null || (token.SectionId is { } only && only != article.SectionId) || article.Status is not (ArticleStatus.Published or ArticleStatus.Withdrawn))
        {
            throw new RefusedRequestException(StatusCodes.Status404NotFound, "No public article has this id or number.", "id");
        }

        if (article.Status == ArticleStatus.Published)
        {
            try
            {
                await new ArticleDesk(store, clock, site.Snapshot.Zone, $"api:{token.Name}").WithdrawAsync(article.Id, reason, cancellationToken: http.RequestAborted);
            }
            catch (ArticleEditException e) when (e.Problem is EditProblem.NotPossible or EditProblem.Unknown)
            {
                // Somebody else took it down, or away, a moment earlier: it is gone all the same.
            }
            catch (ArticleEditException e)
            {
                throw new RefusedRequestException(StatusCodes.Status400BadRequest, e.Message, "reason");
            }

            await site.RefreshAsync(cancellationToken: http.RequestAborted);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // What a token may not write anew it may not write over either.
    private static string? RefusalOf(ApiToken token, ArticleStatus status, int section) =>
        token.SectionId is { } only && only != section ? "the article stands in a section that the token may not write to"
        : !token.Scopes.HasFlag(TokenScopes.Publish) && status is not ArticleStatus.Draft ? "the article is public or scheduled, and the token may write drafts alone"
        : null;

    // A name for reports and for finding the article again; nothing on any disk is reached by it.
    private static string? PathOf(HttpContext http)
    {
        var path = http.Request.Query["path"].FirstOrDefault();
        return path is null || (path.Length is > 0 and <= 400 && !path.Any(char.IsControl) && !path.Split('/').Any(p => p is "" or "." or ".."))
            ? path
            : throw new RefusedRequestException(StatusCodes.Status400BadRequest, "path is a relative name of at most 400 characters, such as 2026/11/bridge.md.", "path");
    }

    private static async Task<string?> SectionAsync(NewsDbContext db, ApiToken token, string? wanted, CancellationToken cancellationToken)
    {
        if (token.SectionId is not { } only)
        {
            return wanted;
        }

        // Whatever the file says, it goes into the one section that the token may write to.
        var section = await db.Sections.AsNoTracking().SingleAsync(s => s.Id == only, cancellationToken);
        return wanted is null || wanted == section.Name || wanted == section.Slug
            ? section.Name
            : throw new RefusedRequestException(StatusCodes.Status403Forbidden, $"The token may write to the section {section.Name} alone.", "section");
    }
}
