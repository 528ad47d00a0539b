namespace NewsPortal.Web.Serving;

/// <summary>What holds for every address of the public site before any page is asked.</summary>
public static class AddressRules
{
    /// <summary>Pages are read, not written to: every other method is refused by name (RFC 9110, 15.5.6).</summary>
    /// <param name="app">The program.</param>
    public static void UseReadOnlyPages(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<BufferedAnswer>() is null
            || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || http.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null
            || http.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null)
        {
            return next(http);
        }

        http.Response.Headers.Allow = "GET, HEAD";
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    });

    /// <summary>
    /// A site with an address of its own has one host: another one leads there, with the same path, whatever scheme a proxy
    /// took off. Health is asked by machines that know only the node.
    /// </summary>
    /// <param name="app">The program.</param>
    public static void UseOneHost(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var baseUrl = http.RequestServices.GetRequiredService<CurrentSite>().Snapshot.Settings.BaseUrl;
        if (baseUrl.Length == 0 || http.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal)
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            || string.Equals(http.Request.Host.Value, new Uri(baseUrl).Authority, StringComparison.OrdinalIgnoreCase))
        {
            return next(http);
        }

        http.Response.Redirect(baseUrl + http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    });

    /// <summary>A page has one address: letters of the alphabet in it are small. Names keep theirs until the page finds them.</summary>
    /// <param name="app">The program.</param>
    public static void UseSmallLetters(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<SmallLetters>() is not { } rule || http.Request.Path.Value is not { Length: > 1 } path
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            return next(http);
        }

        var judged = rule.NamesKeepTheirs && path.IndexOf('/', 1) is > 0 and var end ? path[..end] : path;
        if (!judged.AsSpan().ContainsAnyInRange('A', 'Z'))
        {
            return next(http);
        }

        http.Response.Redirect(new PathString(path.ToLowerInvariant()).ToUriComponent() + http.Request.QueryString.ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    });

    /// <summary>A page has one address: the same with a slash behind it leads there.</summary>
    /// <param name="app">The program.</param>
    public static void UseOneAddress(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var path = http.Request.Path.Value;
        if (path is not { Length: > 1 } || path[^1] != '/' || path.StartsWith("//", StringComparison.Ordinal)
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            return next(http);
        }

        http.Response.Redirect(new PathString(path.TrimEnd('/') is { Length: > 0 } bare ? bare : "/") + http.Request.QueryString.Value, permanent: true);
        return Task.CompletedTask;
    });
}

/// <summary>Marks an endpoint whose addresses are written in small letters.</summary>
/// <param name="NamesKeepTheirs">What stands behind the first part may be a name, which leads to its slug by itself.</param>
public sealed record SmallLetters(bool NamesKeepTheirs);
