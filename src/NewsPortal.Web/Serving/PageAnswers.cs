using System.IO.Compression;
using System.Security.Cryptography;

namespace NewsPortal.Web.Serving;

/// <summary>Gives every page that is not made of runs (lists, search, feeds) its validator, coding and conditions.</summary>
/// <param name="next">The rest of the program.</param>
public sealed class PageAnswers(RequestDelegate next)
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
        await Answer.SendAsync(
            http,
            http.Response.ContentType ?? "text/html; charset=utf-8",
            Convert.ToHexStringLower(SHA256.HashData(bytes))[..32],
            modified,
            () => Gzip(bytes),
            () => bytes);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return buffer.ToArray();
    }
}

/// <summary>Marks an endpoint whose answer is buffered whole, so that it can carry a validator made from its bytes.</summary>
public sealed class BufferedAnswer;
