using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsPortal.Tests.Pushing;

/// <summary>A search engine, hub or hook on this machine, which answers as it is told to.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Call> _calls = [];

    private Receiver(WebApplication app) => _app = app;

    /// <summary>What it answers to the call of this number, from 0; null takes it with 200.</summary>
    public Func<Call, int, (int Status, string Text)>? Answers { get; set; }

    /// <summary>What it does before it answers.</summary>
    public Func<HttpContext, Task>? Before { get; set; }

    public IReadOnlyList<Call> Calls => [.. _calls];

    public Uri Address { get; private set; } = null!;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.AnswerAsync);
        await receiver._app.StartAsync();
        receiver.Address = new Uri(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook");
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new Call(
            http.Request.Path + http.Request.QueryString,
            await reader.ReadToEndAsync(),
            http.Request.Headers.ToDictionary(h => h.Key.ToUpperInvariant(), h => h.Value.ToString()));
        var number = _calls.Count;
        _calls.Enqueue(call);
        if (Before is not null)
        {
            await Before(http);
        }

        var (status, text) = Answers?.Invoke(call, number) ?? (200, string.Empty);
        http.Response.StatusCode = status;
        if (status is >= 300 and < 400)
        {
            http.Response.Headers.Location = text;
            return;
        }

        await http.Response.WriteAsync(text);
    }
}

/// <summary>A call that came.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">Headers by their names in capitals.</param>
public sealed record Call(string Path, string Body, IReadOnlyDictionary<string, string> Headers);
