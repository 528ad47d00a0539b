using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Api;

/// <summary>What holds for every answer below <c>/api</c> and <c>/openapi</c>: any origin may read it, and every refusal is a problem in JSON.</summary>
public static class ApiAnswers
{
    /// <summary>The methods of every address.</summary>
    public const string Methods = "GET, HEAD, OPTIONS";

    /// <summary>Sees to it.</summary>
    /// <param name="app">The program.</param>
    public static void UseApiAnswers(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!IsApi(http.Request.Path))
        {
            await next(http);
            return;
        }

        http.Response.OnStarting(() =>
        {
            Set(http.Response.Headers);
            return Task.CompletedTask;
        });
        await AnswerAsync(http, next);

        // Whatever refused it (routing, an address rule, the store) has only set a status.
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await ApiProblem.WriteAsync(http, http.Response.StatusCode, DetailOf(http.Response.StatusCode));
        }
    });

    /// <summary>Tells a browser what a script of any origin may ask, without asking the store.</summary>
    /// <param name="app">The program, its address already matched.</param>
    public static void UseApiOptions(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!HttpMethods.IsOptions(http.Request.Method) || !IsApi(http.Request.Path) || http.GetEndpoint()?.Metadata.GetMetadata<BufferedAnswer>() is null)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.Allow = Methods;
        http.Response.Headers.AccessControlAllowMethods = Methods;
        http.Response.Headers.AccessControlAllowHeaders = "Accept, Content-Type, If-Modified-Since, If-None-Match";
        http.Response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    });

    private static bool IsApi(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (RefusedRequestException refusal) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            if (refusal.Challenge is { } challenge)
            {
                http.Response.Headers.WWWAuthenticate = challenge;
                http.Response.Headers.CacheControl = "no-store";
            }

            await ApiProblem.WriteAsync(http, refusal.Status, refusal.Message, refusal.Parameter);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            // By the server itself, while the body was read: too long, too slow, cut off.
            http.Response.Clear();
            http.Response.StatusCode = refused.StatusCode;
        }
        catch (Exception e) when (e is not OperationCanceledException && !http.Response.HasStarted)
        {
            http.RequestServices.GetRequiredService<ILogger<ApiOperation>>().LogError(e, "A request of the API failed.");
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static void Set(IHeaderDictionary headers)
    {
        // What is public may be read by anyone's script: no cookie and no address in a private network opens more.
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Last-Modified, Link, Retry-After";

        // The pages are what searchers are to find, not the data behind them.
        headers["X-Robots-Tag"] = "noindex";
    }

    private static string DetailOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take this method: use one that Allow names.",
        StatusCodes.Status413PayloadTooLarge => "What was sent is too long: send fewer articles at once.",
        StatusCodes.Status429TooManyRequests => "Too many requests from this client. Ask again after the seconds that Retry-After names.",
        StatusCodes.Status410Gone => "What was here has been withdrawn.",
        StatusCodes.Status503ServiceUnavailable => "The store cannot be read at the moment. Ask again after the seconds that Retry-After names.",
        StatusCodes.Status500InternalServerError => "The request could not be answered; the fault has been logged.",
        _ => "The request was refused.",
    };
}
