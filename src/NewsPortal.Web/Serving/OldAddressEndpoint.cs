using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Answers what no other address answers: an old address with 301 in one hop, everything else with 404.</summary>
public static class OldAddressEndpoint
{
    // What begins with one of these words is an address of ours, whatever it ends with.
    private static readonly FrozenSet<string> Own = FrozenSet.ToFrozenSet(
        [
            "a", "about", "api", "authors", "corrections", "css", "error", "healthz", "hot", "latest", "lib", "media", "metrics", "newsroom", "openapi", "pages", "preview",
            "search", "sections", "sitemaps", "sources", "stories", "tags",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Maps the fallback.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapOldAddresses(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("{*path}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithOrder(int.MaxValue);

    /// <summary>
    /// Other programs gave the front page's own address to articles, told apart by a number (<c>/?p=123</c>), and a slash to
    /// the end of every address: these are asked here, before a page or the rule about slashes answers.
    /// </summary>
    /// <param name="app">The program.</param>
    public static void UseOldAddresses(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var store = http.RequestServices.GetRequiredService<NewsStore>();
        if (!MayBeOld(http.Request))
        {
            await next(http);
        }
        else if (await FindAsync(http, store) is { } article)
        {
            Answer(http, article);
        }
        else if (await PageOfAsync(http, store) is { } page)
        {
            http.Response.Redirect(page, permanent: true);
        }
        else
        {
            await next(http);
        }
    });

    /// <summary>Answers an address that no article has now.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="store">The store.</param>
    public static async Task AnswerAsync(HttpContext http, NewsStore store)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(store);
        var article = await FindAsync(http, store);
        if (article is null && await PageOfAsync(http, store) is { } page)
        {
            http.Response.Redirect(page, permanent: true);
            return;
        }

        Answer(http, article);
    }

    // Other programs keep pages beside the articles at the root (/contact/, /about/team/): the last word of the address is the page's.
    private static async Task<string?> PageOfAsync(HttpContext http, NewsStore store)
    {
        var words = http.Request.Path.Value?.Trim('/').Split('/') ?? [];
        var slug = words.Length == 0 ? string.Empty : words[^1].ToLowerInvariant();
        if (slug.Length is 0 or > 60 || slug.Any(c => c is not ('-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))) || char.IsAsciiDigit(words[0][0]) || Own.Contains(words[0]))
        {
            return null;
        }

        await using var db = store.CreateContext();
        return await db.FixedPages.AsNoTracking().AnyAsync(p => p.Slug == slug && p.IsPublic, http.RequestAborted) ? $"/pages/{slug}" : null;
    }

    // Most requests are seen not to be at a glance: they have neither a question mark nor a slash or a capital in the wrong place.
    private static bool MayBeOld(HttpRequest request)
    {
        if (request.Path.Value is not { Length: > 0 } path || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return false;
        }

        return path.Length == 1
            ? request.QueryString.HasValue && request.Query.Count == 1 && (request.Query.ContainsKey("p") || request.Query.ContainsKey("page_id"))
            : path[^1] == '/' || (char.IsAsciiDigit(path[1]) && path.AsSpan().ContainsAnyInRange('A', 'Z'));
    }

    private static void Answer(HttpContext http, Target? article)
    {
        if (article?.Status == ArticleStatus.Published)
        {
            http.Response.Redirect(ArticleAddress.Of(article.Day, article.Slug), permanent: true);
        }
        else
        {
            http.Response.StatusCode = article?.Status == ArticleStatus.Withdrawn ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
        }
    }

    // As asked, without the query, and with the slash at the end or without it: the most exact is the one that is meant.
    private static async Task<Target?> FindAsync(HttpContext http, NewsStore store)
    {
        var path = http.Request.Path.Value ?? "/";
        var query = http.Request.QueryString.Value ?? string.Empty;
        var other = path.Length == 1 ? path : path[^1] == '/' ? path.TrimEnd('/') : path + "/";
        string[] spellings = path.Length == 1 ? [path + query] : query.Length == 0 ? [path, other] : [path + query, other + query, path, other];
        await using var db = store.CreateContext();
        var found = await db.OldAddresses.AsNoTracking().Where(a => spellings.Contains(a.Path))
            .Select(a => new { a.Path, Target = new Target(a.Article.Day, a.Article.Slug, a.Article.Status) }).ToListAsync(http.RequestAborted);
        return found.MinBy(a => Array.IndexOf(spellings, a.Path))?.Target;
    }

    private sealed record Target(int Day, string Slug, ArticleStatus Status);
}
