using System.Data.Common;

namespace NewsPortal.Web.Serving;

/// <summary>While the store cannot be read, readers and crawlers are told to come back, not that something broke.</summary>
public static class StoreOutage
{
    /// <summary>Answers 503 with Retry-After where the store fails.</summary>
    /// <param name="app">The program.</param>
    public static void UseStoreOutage(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception e) when (IsOutage(e) && !http.Response.HasStarted)
        {
            http.RequestServices.GetRequiredService<ILogger<Program>>().LogError("The store cannot be read: {Reason}", e.Message);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "30";
            SecurityHeaders.Set(http.Response.Headers);
        }
    });

    private static bool IsOutage(Exception? e) => e is DbException || (e?.InnerException is not null && IsOutage(e.InnerException));
}
