using Microsoft.Data.Sqlite;
using Npgsql;

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
        }
    });

    // Locks that never came free, a disk that is full or fails, a file that is damaged or cannot be opened; a server that is
    // gone, going or out of room. A fault in a query of ours is none of these: it is a 500.
    private static bool IsOutage(Exception? e) => e switch
    {
        null => false,
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 8 or 10 or 11 or 13 or 14 or 26,
        PostgresException postgres => postgres.SqlState[..2] is "08" or "53" or "57",
        NpgsqlException => true,
        _ => IsOutage(e.InnerException),
    };
}
