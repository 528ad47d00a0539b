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
