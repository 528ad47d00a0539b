using Microsoft.AspNetCore.Http.Headers;
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
        var request = http.Request.GetTypedHeaders();
        var response = http.Response;
        coding = CodingOf(request, hasBrotli);
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

        if (response.StatusCode == StatusCodes.Status200OK && IsUnchanged(http, request, hash, modifiedUtc))
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

    // If-None-Match wins over If-Modified-Since (RFC 9110, 13.2.2). Tags are compared by their base: a client that changes
    // its coding still holds the same page. A date that has not come yet says nothing of what a client holds.
    private static bool IsUnchanged(HttpContext http, RequestHeaders request, string hash, DateTime? modifiedUtc)
    {
        if (request.IfNoneMatch.Count > 0)
        {
            return request.IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || BaseOf(tag) == hash);
        }

        return modifiedUtc is { } modified && request.IfModifiedSince is { } since
            && since <= http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()
            && since.UtcDateTime >= modified.AddTicks(-(modified.Ticks % TimeSpan.TicksPerSecond));
    }

    private static string BaseOf(EntityTagHeaderValue tag)
    {
        var value = tag.Tag.AsSpan().Trim('"');
        return (value.EndsWith("-g") || value.EndsWith("-b") ? value[..^2] : value).ToString();
    }

    // The better one wins unless the client likes the other more (RFC 9110, 12.5.3).
    private static Coding CodingOf(RequestHeaders request, bool hasBrotli)
    {
        var (brotli, gzip) = (hasBrotli ? LikingOf(request, "br", "br") : 0, LikingOf(request, "gzip", "x-gzip"));
        return brotli > 0 && brotli >= gzip ? Coding.Brotli : gzip > 0 ? Coding.Gzip : Coding.Plain;
    }

    private static double LikingOf(RequestHeaders request, string name, string alias)
    {
        double any = 0;
        foreach (var coding in request.AcceptEncoding)
        {
            if (coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase) || coding.Value.Equals(alias, StringComparison.OrdinalIgnoreCase))
            {
                return coding.Quality ?? 1;
            }

            if (coding.Value == "*")
            {
                any = coding.Quality ?? 1;
            }
        }

        return any;
    }
}

/// <summary>How a body is sent.</summary>
internal enum Coding
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>As gzip.</summary>
    Gzip,

    /// <summary>As Brotli.</summary>
    Brotli,
}
