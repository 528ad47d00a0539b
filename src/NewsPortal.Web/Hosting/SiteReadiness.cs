using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Hosting;

/// <summary>Whether the site is ready for readers: the first import is done.</summary>
public sealed class SiteReadiness
{
    private volatile bool _ready;

    /// <summary>True once the first import is done.</summary>
    public bool IsReady => _ready;

    /// <summary>Says that it is.</summary>
    public void Ready() => _ready = true;
}

/// <summary>Health for whoever watches over the process.</summary>
public static class HealthEndpoints
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps <c>/healthz/live</c> and <c>/healthz/ready</c>.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/healthz/live", GetOrHead, () => Results.Text("live\n"));
        endpoints.MapMethods("/healthz/ready", GetOrHead, async (HttpContext http, SiteReadiness readiness, NewsStore store) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            if (!readiness.IsReady)
            {
                return Results.Text("the first import is not done\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            try
            {
                await using var db = store.CreateContext();
                await db.Sections.AnyAsync(http.RequestAborted);
                return Results.Text("ready\n");
            }
            catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
            {
                return Results.Text("the store cannot be read\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
