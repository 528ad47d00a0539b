using System.Globalization;
using System.Net;
using System.Text;

namespace NewsPortal.Core.Pushing;

/// <summary>Posts something and reads the answer, trusting none of it: no redirect is followed, length and time have bounds.</summary>
/// <param name="client">Sends; made by <see cref="NewClient"/>.</param>
/// <param name="clock">Tells how long a wait until a date is.</param>
public sealed class PushPost(HttpClient client, TimeProvider clock)
{
    private const int LongestAnswer = 64 * 1024;
    private const int LongestTold = 200;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>Makes a client that keeps these bounds.</summary>
    /// <param name="userAgent">Who asks.</param>
    /// <param name="longestWait">How long an answer may take; null for 15 seconds.</param>
    public static HttpClient NewClient(string userAgent, TimeSpan? longestWait = null)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            // A secret goes to the address that an operator gave, and to no other.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = longestWait ?? LongestWait,
            MaxResponseContentBufferSize = LongestAnswer,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        return client;
    }

    /// <summary>Posts.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="content">What; null for nothing.</param>
    /// <param name="headers">Headers besides.</param>
    /// <param name="method">Another method than POST.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PushReply> SendAsync(
        Uri address, HttpContent? content, IReadOnlyDictionary<string, string>? headers = null, HttpMethod? method = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, address) { Content = content };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.Add(name, value);
        }

        try
        {
            using var answer = await client.SendAsync(request, cancellationToken);
            var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            return new PushReply(answer.StatusCode, text, Told(answer, text), PauseOf(answer));
        }
        catch (HttpRequestException e)
        {
            return new PushReply(null, string.Empty, $"no answer: {OneLine(e.Message)}", null);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PushReply(null, string.Empty, string.Create(CultureInfo.InvariantCulture, $"no answer within {client.Timeout.TotalSeconds} s"), null);
        }
    }

    private static string Told(HttpResponseMessage answer, string text)
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}");
        return answer.Headers.Location is { } elsewhere && (int)answer.StatusCode is >= 300 and < 400
            ? $"{status}: redirects to {OneLine(elsewhere.OriginalString)}, which is not followed"
            : text.Length == 0 ? status : $"{status}: {OneLine(text)}";
    }

    // What a stranger wrote is shown in a terminal: one line of it, without controls.
    private static string OneLine(string text)
    {
        var line = new string([.. text.Take(LongestTold).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]).Trim();
        return text.Length > LongestTold ? line + "…" : line;
    }

    private DateTime? PauseOf(HttpResponseMessage answer)
    {
        if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || answer.Headers.RetryAfter is not { } asked)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var pause = asked.Delta ?? (asked.Date - now) ?? TimeSpan.Zero;
        return pause <= TimeSpan.Zero ? null : now.UtcDateTime + (pause < LongestPause ? pause : LongestPause);
    }
}

/// <summary>What was answered.</summary>
/// <param name="Status">The status; null where no answer came.</param>
/// <param name="Text">The answer's text.</param>
/// <param name="Told">Status and text on one line, for whoever looks.</param>
/// <param name="PauseUntilUtc">Until when it asked for patience.</param>
public sealed record PushReply(HttpStatusCode? Status, string Text, string Told, DateTime? PauseUntilUtc)
{
    /// <summary>Answered 2xx.</summary>
    public bool IsOk => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>To be tried again, whatever it was.</summary>
    public PushAnswer Again => new(PushState.Waiting, Told, PauseUntilUtc);
}
