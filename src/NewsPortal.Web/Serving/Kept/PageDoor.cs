using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace NewsPortal.Web.Serving.Kept;

/// <summary>Sends pages that stand ready, and does what belongs to every sending: counting the reading, noting it where every request is noted.</summary>
/// <param name="pages">The pages.</param>
/// <param name="counter">Counts readings.</param>
/// <param name="further">Makes Brotli of what is asked for often.</param>
/// <param name="clock">The clock.</param>
/// <param name="configuration">Says whether every request is logged and whether a proxy names the reader.</param>
/// <param name="logger">Where requests are noted.</param>
internal sealed class PageDoor(KeptPages pages, ReadCounter counter, BrotliWork further, TimeProvider clock, IConfiguration configuration, ILogger<PageDoor> logger)
{
    private readonly bool _isLogged = configuration.GetValue("NewsPortal:Log:KeptPages", false);

    // The framework's own switch: whoever sets it has a proxy in front that names the reader last.
    private readonly bool _isForwarded = string.Equals(configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase);

    // The framework's list of hosts that it answers to stands behind this door: where there is one, it is asked first.
    private readonly bool _isOpen = configuration["AllowedHosts"] is null or "" or "*";

    /// <summary>What is sent at once; null where the rest of the program is asked.</summary>
    /// <param name="features">The exchange.</param>
    public ReadyAnswer? Open(IFeatureCollection features) => _isOpen ? pages.Find(features) : null;

    /// <summary>Sends it.</summary>
    /// <param name="features">The exchange.</param>
    /// <param name="ready">The page.</param>
    public Task SendAsync(IFeatureCollection features, ReadyAnswer ready)
    {
        if (_isLogged)
        {
            return SendAndNoteAsync(features, ready);
        }

        var sending = ready.SendAsync(features, clock);
        if (!sending.IsCompletedSuccessfully)
        {
            return WaitAsync(sending, features, ready);
        }

        After(features, ready, sending.Result);
        return Task.CompletedTask;
    }

    private async Task WaitAsync(ValueTask<bool> sending, IFeatureCollection features, ReadyAnswer ready) => After(features, ready, await sending);

    private async Task SendAndNoteAsync(IFeatureCollection features, ReadyAnswer ready)
    {
        var began = Stopwatch.GetTimestamp();
        After(features, ready, await ready.SendAsync(features, clock));
        var request = features.GetRequiredFeature<IHttpRequestFeature>();
        logger.LogInformation(
            "{RequestMethod} {Path} {StatusCode} {Elapsed:0.0} ms", request.Method, request.Path, features.GetRequiredFeature<IHttpResponseFeature>().StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private void After(IFeatureCollection features, ReadyAnswer ready, bool isWhole)
    {
        if (isWhole && ready.Article != 0)
        {
            counter.Count(features, ready.Article, _isForwarded ? Forwarded(features) : null);
        }

        if (ready is { Wanted: >= BrotliWork.Worth, Brotli: null })
        {
            further.Ask(features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, ready);
        }
    }

    private static IPAddress? Forwarded(IFeatureCollection features)
    {
        var named = features.GetRequiredFeature<IHttpRequestFeature>().Headers["X-Forwarded-For"];
        return named.Count > 0 && named[^1] is { } last && IPEndPoint.TryParse(last.AsSpan(last.LastIndexOf(',') + 1).Trim(), out var end) ? end.Address : null;
    }
}
