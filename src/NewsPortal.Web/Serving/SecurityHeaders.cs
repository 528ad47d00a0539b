namespace NewsPortal.Web.Serving;

/// <summary>Headers that stand on every answer, whatever it is.</summary>
public static class SecurityHeaders
{
    /// <summary>Reader pages run no script and load nothing from elsewhere; the browser is told so.</summary>
    public const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer.</summary>
    /// <param name="app">The program.</param>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        Set(http.Response.Headers);
        return next(http);
    });

    /// <summary>Sets the headers on one answer, as after it has been cleared.</summary>
    /// <param name="headers">Its headers.</param>
    public static void Set(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
