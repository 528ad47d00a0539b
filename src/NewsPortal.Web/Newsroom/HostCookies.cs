using Microsoft.AspNetCore.Authentication.Cookies;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// Cookies that no other host and no plain connection can set or read, wherever the site is reached by TLS (prefix
/// <c>__Host-</c>, RFC 6265bis, 4.1.3.2). On a plain connection, to one's own machine, they lose the prefix.
/// </summary>
/// <param name="site">The site: behind a proxy its own address says that there is TLS.</param>
public sealed class HostCookies(CurrentSite site) : ICookieManager
{
    private readonly ChunkingCookieManager _inner = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, NameOf(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, NameOf(context, key), value, Safe(context, options));

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, NameOf(context, key), Safe(context, options));

    /// <summary>Whether the reader's side of the connection is TLS.</summary>
    /// <param name="http">The exchange.</param>
    public bool IsSecure(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.IsHttps || site.Snapshot.Settings.BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }

    private string NameOf(HttpContext http, string key) => IsSecure(http) ? "__Host-" + key : key;

    private CookieOptions Safe(HttpContext http, CookieOptions options)
    {
        options.Secure = IsSecure(http);
        options.Path = "/";
        options.Domain = null;
        return options;
    }
}
