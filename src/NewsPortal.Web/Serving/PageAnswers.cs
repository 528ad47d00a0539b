using System.IO.Compression;
using System.Security.Cryptography;

namespace NewsPortal.Web.Serving;

/// <summary>Gives every page that is not made of runs (lists, search, feeds) its validator, coding and conditions.</summary>
/// <param name="next">The rest of the program.</param>
/// <param name="site">The site.</param>
/// <param name="kept">Pages that are made once for all readers.</param>
public sealed class PageAnswers(RequestDelegate next, CurrentSite site, KeptAnswers kept)
{
    /// <summary>Buffers a page, then sends it by the rules.</summary>
    /// <param name="http">The exchange.</param>
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            || http.GetEndpoint()?.Metadata.GetMetadata<BufferedAnswer>() is null)
        {
            await next(http);
            return;
        }

        var path = http.GetEndpoint()!.Metadata.GetMetadata<MadeOncePerChangeAttribute>() is not null && !http.Request.QueryString.HasValue
            ? http.Request.Path.Value
            : null;
        if (path is not null && kept.Find(path) is { } known)
        {
            await SendAsync(http, known);
            known.PressFurther();
            return;
        }

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
        var modified = http.Response.Headers.LastModified.Count > 0 ? http.Response.GetTypedHeaders().LastModified?.UtcDateTime : null;
        var type = http.Response.ContentType ?? "text/html; charset=utf-8";
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
        if (path is not null && http.Response.StatusCode == StatusCodes.Status200OK && HttpMethods.IsGet(http.Request.Method))
        {
            // Compressed as far as it goes, since all readers until the next change are sent the same.
            var made = new KeptAnswer(type, hash, modified, bytes, Compressed.Gzip(bytes, CompressionLevel.SmallestSize));
            kept.Keep(path, snapshot, made);
            await SendAsync(http, made);
            return;
        }

        // What holds for a moment only (too many requests, no store) is kept nowhere.
        var cacheControl = http.Response.StatusCode is StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError ? "no-store" : Answer.AskAgain;
        await Answer.SendAsync(http, type, hash, modified, () => Compressed.Gzip(bytes, CompressionLevel.Fastest), () => bytes, cacheControl);
    }

    private static Task SendAsync(HttpContext http, KeptAnswer made) =>
        Answer.SendAsync(http, made.ContentType, made.Hash, made.ModifiedUtc, () => made.Gzip, () => made.Plain, brotli: made.Brotli);
}

/// <summary>Marks an endpoint whose answer is buffered whole, so that it can carry a validator made from its bytes.</summary>
public sealed class BufferedAnswer;
