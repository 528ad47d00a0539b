using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NewsPortal.Tests.Browser;

/// <summary>Stands between a browser and a site, and lets a page arrive in two pieces with a pause between them.</summary>
public sealed class SlowLine : IAsyncDisposable
{
    // Long enough for a browser on a busy machine to paint what it has.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly WebApplication _app;

    private SlowLine(WebApplication app) => _app = app;

    /// <summary>The line's own address, in place of the site's.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>How many bytes of a page come before the pause; 0 for whole pages.</summary>
    public int Cut { get; set; }

    /// <summary>Opens a line.</summary>
    /// <param name="site">Asked for everything.</param>
    public static async Task<SlowLine> OpenAsync(HttpClient site)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var line = new SlowLine(builder.Build());
        line._app.Run(http => line.PassAsync(site, http));
        await line._app.StartAsync();
        return line;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task PassAsync(HttpClient site, HttpContext http)
    {
        using var answer = await site.GetAsync(http.Request.Path + http.Request.QueryString, http.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();

        // Styles and pictures are had once, as a reader's second page has them.
        http.Response.Headers.CacheControl = answer.Content.Headers.ContentType?.MediaType == "text/html" ? "no-store" : "max-age=3600";
        var first = http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true ? Math.Min(Cut, body.Length) : 0;
        if (first > 0)
        {
            await http.Response.Body.WriteAsync(body.AsMemory(0, first), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Pause, http.RequestAborted);
        }

        await http.Response.Body.WriteAsync(body.AsMemory(first), http.RequestAborted);
    }
}
