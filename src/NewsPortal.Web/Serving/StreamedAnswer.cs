using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace NewsPortal.Web.Serving;

/// <summary>Sends an answer that is written as it is read, so that it costs the same memory at any length.</summary>
public static class StreamedAnswer
{
    /// <summary>Sends it, or 304 where the client has it.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="contentType">Media type with charset.</param>
    /// <param name="validator">What says that the bytes are the same: equal ones mean equal bytes.</param>
    /// <param name="modifiedUtc">Last-Modified; null sends none.</param>
    /// <param name="write">Writes the plain bytes.</param>
    public static async Task SendAsync(HttpContext http, string contentType, string validator, DateTime? modifiedUtc, Func<Stream, Task> write)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(write);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(validator)))[..32];
        if (!Answer.Begin(http, contentType, hash, modifiedUtc, out var coding) || HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        if (coding == Coding.Plain)
        {
            await write(http.Response.Body);
            return;
        }

        await using var gzip = new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await write(gzip);
    }
}
