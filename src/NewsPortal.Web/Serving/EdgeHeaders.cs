using Microsoft.Extensions.Primitives;
using NewsPortal.Core.Pushing;

namespace NewsPortal.Web.Serving;

/// <summary>
/// What a CDN is told of an answer: how long it may keep it, and under which keys it is told to forget it. Only where one is
/// configured that can be told; any other would go on showing what was withdrawn.
/// </summary>
public static class EdgeHeaders
{
    // A lost purge costs an hour; the queue of purges is at least once, so it takes a CDN that answers well and does nothing.
    private const string Kept = "max-age=3600, stale-while-revalidate=30, stale-if-error=600";

    private static readonly object Keys = new();

    /// <summary>Says what an answer shows.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="keys">Its keys, but for the site's, which every answer bears.</param>
    public static void Shows(this HttpContext http, params string[] keys)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Items[Keys] = keys;
    }

    /// <summary>Adds the headers.</summary>
    /// <param name="app">The program.</param>
    public static void UseEdgeHeaders(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<PushOptions>().Cdn is not { } cdn)
        {
            return;
        }

        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                Set(http, cdn.Kind);
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    /// <summary>Has the answers of some endpoints bear a key.</summary>
    /// <param name="endpoints">They.</param>
    /// <param name="key">The key.</param>
    public static TBuilder Showing<TBuilder>(this TBuilder endpoints, string key)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(e => e.Metadata.Add(new ShownKey(key)));
        return endpoints;
    }

    private static void Set(HttpContext http, CdnKind kind)
    {
        // Refusals and redirects may be right for a moment only, and a question is asked by few.
        if (http.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified)
            || http.Response.Headers.CacheControl.Count == 0 || http.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
        {
            http.Response.Headers["CDN-Cache-Control"] = "no-store";
            return;
        }

        foreach (var (name, value) in Of(http, kind))
        {
            http.Response.Headers[name] = value;
        }
    }

    /// <summary>The headers of an answer that may be kept.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="kind">Which CDN.</param>
    internal static KeyValuePair<string, StringValues>[] Of(HttpContext http, CdnKind kind) =>
        http.Request.QueryString.HasValue && !IsPageOfList(http.Request)
            ? [new("CDN-Cache-Control", "no-store")]
            : Of(kind, http.Items.TryGetValue(Keys, out var shown) ? (string[])shown! : [.. http.GetEndpoint()?.Metadata.GetOrderedMetadata<ShownKey>().Select(k => k.Key) ?? []]);

    /// <summary>The headers of an answer that shows some things.</summary>
    /// <param name="kind">Which CDN.</param>
    /// <param name="shown">The keys of what it shows.</param>
    internal static KeyValuePair<string, StringValues>[] Of(CdnKind kind, params string[] shown)
    {
        string[] keys = [SurrogateKeys.Site, .. shown];
        KeyValuePair<string, StringValues> kept = new("CDN-Cache-Control", Kept);
        return kind switch
        {
            CdnKind.Fastly => [kept, new("Surrogate-Control", Kept), new("Surrogate-Key", string.Join(' ', keys))],
            CdnKind.Cloudflare => [kept, new("Cache-Tag", string.Join(',', keys))],
            _ => [kept, new("xkey", string.Join(' ', keys))],
        };
    }

    private static bool IsPageOfList(HttpRequest request) =>
        request.Query.Count == 1 && request.Query.ContainsKey("page") && !request.Path.Equals("/search", StringComparison.Ordinal);
}

/// <summary>Marks an endpoint whose answers bear a key.</summary>
/// <param name="Key">The key.</param>
internal sealed record ShownKey(string Key);
