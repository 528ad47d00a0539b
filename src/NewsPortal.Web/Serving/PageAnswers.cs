using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;
using NewsPortal.Web.Serving.Kept;

namespace NewsPortal.Web.Serving;

/// <summary>
/// Gives every page that is not made of runs (lists, search, feeds) its validator, coding and conditions, and keeps it for
/// as long as the site stays as it is. Whoever asks for a page that is just being made waits for it.
/// </summary>
/// <param name="next">The rest of the program.</param>
/// <param name="site">The site.</param>
/// <param name="cache">Where pages are kept.</param>
/// <param name="pages">Counts what is made.</param>
/// <param name="push">Says whether a CDN is told of changes.</param>
/// <param name="clock">The clock.</param>
internal sealed class PageAnswers(RequestDelegate next, CurrentSite site, PageCache cache, KeptPages pages, PushOptions push, TimeProvider clock)
{
    // An answer that more than the ledger may change is right for a second.
    private const int Moment = 1000;

    private readonly ConcurrentDictionary<(string Target, SiteSnapshot Snapshot), TaskCompletionSource<ReadyAnswer?>> _making = new();

    /// <summary>Buffers a page, then sends it by the rules.</summary>
    /// <param name="http">The exchange.</param>
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            || http.GetEndpoint()?.Metadata.GetMetadata<BufferedAnswer>() is not { } rule)
        {
            await next(http);
            return;
        }

        if (!cache.IsOn || rule.Keeping == Keeping.Nothing || !HttpMethods.IsGet(http.Request.Method) || http.Features.Get<IHttpRequestFeature>()?.RawTarget is not { Length: > 0 } target
            || http.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null
            || http.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null)
        {
            await MakeAsync(http, rule, null);
            return;
        }

        await ShareAsync(http, rule, target);
    }

    // The first to ask makes it, and whoever comes meanwhile is sent the same. Where nothing came of it, each asks alone.
    private async Task ShareAsync(HttpContext http, BufferedAnswer rule, string target)
    {
        var snapshot = site.Snapshot;
        if (cache.Find(target, snapshot) is { } known)
        {
            await known.SendAsync(http.Features, clock);
            return;
        }

        var mine = new TaskCompletionSource<ReadyAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var key = (target, snapshot);
        if (_making.GetOrAdd(key, mine) is var making && making != mine)
        {
            if (await making.Task.WaitAsync(http.RequestAborted) is { } made)
            {
                await made.SendAsync(http.Features, clock);
            }
            else
            {
                await MakeAsync(http, rule, null);
            }

            return;
        }

        try
        {
            // Others wait for it, too: it is made whether or not this client waits.
            http.RequestAborted = CancellationToken.None;
            await MakeAsync(http, rule, made =>
            {
                cache.Offer(target, made);
                mine.TrySetResult(made);
            });
        }
        finally
        {
            mine.TrySetResult(null);
            _making.TryRemove(key, out _);
        }
    }

    private async Task MakeAsync(HttpContext http, BufferedAnswer rule, Action<ReadyAnswer>? keep)
    {
        var snapshot = site.Snapshot;
        var wire = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
        }

        if (http.Response.StatusCode is < 200 or (>= 300 and < 400) || (http.Response.StatusCode >= 400 && buffer.Length == 0))
        {
            return;
        }

        var bytes = buffer.ToArray();
        var headers = http.Response.Headers;
        var modified = headers.LastModified.Count > 0 ? http.Response.GetTypedHeaders().LastModified?.UtcDateTime : null;
        var type = http.Response.ContentType ?? "text/html; charset=utf-8";
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            headers.ContentLength = null;
            pages.CountMade();
            var made = new ReadyAnswer(snapshot, type, hash, modified, [Compressed.Gzip(bytes, CompressionLevel.Optimal)], [.. OwnHeaders(http)])
            {
                IsRationed = rule.Keeping == Keeping.ForAMoment,
                GoodUntil = rule.Keeping == Keeping.ForAMoment ? Environment.TickCount64 + Moment : long.MaxValue,
            };

            // What was begun before a change may show what stood before it, and a cookie is one client's.
            if (ReferenceEquals(snapshot, site.Snapshot) && headers.SetCookie.Count == 0)
            {
                keep?.Invoke(made);
            }

            await made.SendAsync(http.Features, clock);
            return;
        }

        // What holds for a moment only (too many requests, no store) is kept nowhere.
        var cacheControl = http.Response.StatusCode is StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError ? "no-store" : Answer.AskAgain;
        await Answer.SendAsync(http, type, hash, modified, () => Compressed.Gzip(bytes, CompressionLevel.Fastest), () => bytes, cacheControl);
    }

    // What the page itself says in its headers, and what a CDN is told of it.
    private IEnumerable<KeyValuePair<string, StringValues>> OwnHeaders(HttpContext http) =>
        http.Response.Headers.Where(h => !h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && !h.Key.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase))
            .Concat(push.Cdn is { } cdn ? EdgeHeaders.Of(http, cdn.Kind) : []);
}

/// <summary>Marks an endpoint whose answer is buffered whole, so that it can carry a validator made from its bytes.</summary>
/// <param name="Keeping">How long the answer may be sent again.</param>
internal sealed record BufferedAnswer(Keeping Keeping = Keeping.UntilTheNextChange);

/// <summary>How long an answer may be sent again as it is.</summary>
internal enum Keeping
{
    /// <summary>Until the ledger grows: no view reads the clock.</summary>
    UntilTheNextChange,

    /// <summary>For a second, and only to those who are within their limits.</summary>
    ForAMoment,

    /// <summary>Not at all.</summary>
    Nothing,
}
