using Microsoft.Net.Http.Headers;

namespace NewsPortal.Web.Serving;

/// <summary>Sends one answer by the rules of RFC 9110: validators, conditions, codings, HEAD.</summary>
public static class Answer
{
    /// <summary>It may be kept, and must be asked for again each time.</summary>
    public const string AskAgain = "public, max-age=0, must-revalidate";

    /// <summary>Sends an answer whose validator is known before its bytes are made.</summary>
    /// <param name="http">The exchange; its status is 200 or was set.</param>
    /// <param name="contentType">Media type with charset.</param>
    /// <param name="hash">What the ETag is made from: equal bytes have equal hashes.</param>
    /// <param name="modifiedUtc">Last-Modified; null sends none.</param>
    /// <param name="gzip">Makes the gzip form.</param>
    /// <param name="plain">Makes the plain form.</param>
    /// <param name="brotli">The Brotli form; null where there is none (yet).</param>
    /// <param name="cacheControl">How long it may be kept; asked for again each time where it is not said.</param>
    public static async Task SendAsync(
        HttpContext http, string contentType, string hash, DateTime? modifiedUtc, Func<byte[]> gzip, Func<byte[]> plain, string cacheControl = AskAgain, byte[]? brotli = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!Begin(http, contentType, hash, modifiedUtc, out var coding, cacheControl, brotli is not null))
        {
            return;
        }

        var body = coding switch
        {
            Coding.Brotli => brotli!,
            Coding.Gzip => gzip(),
            _ => plain(),
        };
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    /// <summary>Sets the headers of an answer, and 304 where the client has it already.</summary>
    /// <param name="http">The exchange; its status is 200 or was set.</param>
    /// <param name="contentType">Media type with charset.</param>
    /// <param name="hash">What the ETag is made from: equal bytes have equal hashes.</param>
    /// <param name="modifiedUtc">Last-Modified; null sends none.</param>
    /// <param name="coding">How the body is to be sent.</param>
    /// <param name="cacheControl">How long it may be kept.</param>
    /// <param name="hasBrotli">There is a Brotli form.</param>
    /// <returns>False where nothing follows the headers.</returns>
    internal static bool Begin(HttpContext http, string contentType, string hash, DateTime? modifiedUtc, out Coding coding, string cacheControl = AskAgain, bool hasBrotli = false)
    {
        var response = http.Response;
        coding = Codings.For(http.Request.Headers.AcceptEncoding, hasBrotli);
        response.Headers.ETag = coding switch
        {
            Coding.Brotli => $"\"{hash}-b\"",
            Coding.Gzip => $"\"{hash}-g\"",
            _ => $"\"{hash}\"",
        };
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = cacheControl;
        if (modifiedUtc is { } modified)
        {
            response.Headers.LastModified = HeaderUtilities.FormatDate(modified);
        }

        if (response.StatusCode == StatusCodes.Status200OK && Conditions.HasIt(http.Request.Headers, hash, modifiedUtc, http.RequestServices.GetRequiredService<TimeProvider>()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return false;
        }

        response.ContentType = contentType;
        if (coding != Coding.Plain)
        {
            response.Headers.ContentEncoding = coding == Coding.Brotli ? "br" : "gzip";
        }

        return true;
    }
}
