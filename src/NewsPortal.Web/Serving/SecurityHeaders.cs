namespace NewsPortal.Web.Serving;

/// <summary>Headers that stand on every answer, whatever it is.</summary>
public static class SecurityHeaders
{
    /// <summary>Reader pages run no script and load nothing from elsewhere; the browser is told so.</summary>
    public const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer.</summary>
    /// <param name="app">The program.</param>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // At the last moment: an error handler clears what was set before, and a picture brings a stricter policy of its own.
        http.Response.OnStarting(() =>
        {
            Set(http.Response.Headers);
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>Sets them, where an answer has none of its own.</summary>
    /// <param name="headers">The answer's headers.</param>
    internal static void Set(IHeaderDictionary headers)
    {
        headers.TryAdd("Content-Security-Policy", ContentPolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}
