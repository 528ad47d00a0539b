using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace NewsPortal.Web.Serving.Kept;

/// <summary>
/// The server, with the reader's path in front of the program: a page that stands ready is sent before a context is made for
/// its request, and before anything is asked whether it has something to say about it.
/// </summary>
/// <param name="inner">The server itself.</param>
/// <param name="door">The reader's path.</param>
internal sealed class PageServer(IServer inner, PageDoor door) : IServer
{
    /// <inheritdoc/>
    public IFeatureCollection Features => inner.Features;

    /// <summary>Puts the reader's path in front.</summary>
    /// <param name="services">The program's services, its server among them.</param>
    public static void Add(IServiceCollection services)
    {
        var server = services.Last(s => s.ServiceType == typeof(IServer));
        services.Remove(server);
        services.AddSingleton<IServer>(provider => new PageServer(
            (IServer)(server.ImplementationInstance ?? server.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, server.ImplementationType!)),
            provider.GetRequiredService<PageDoor>()));
    }

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull => inner.StartAsync(new Application<TContext>(application, door), cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private sealed class Application<TContext>(IHttpApplication<TContext> rest, PageDoor door) : IHttpApplication<Exchange<TContext>>
        where TContext : notnull
    {
        public Exchange<TContext> CreateContext(IFeatureCollection contextFeatures) => door.Open(contextFeatures) is { } ready
            ? new Exchange<TContext>(contextFeatures, ready, default)
            : new Exchange<TContext>(contextFeatures, null, rest.CreateContext(contextFeatures));

        public Task ProcessRequestAsync(Exchange<TContext> context) =>
            context.Ready is { } ready ? door.SendAsync(context.Features, ready) : rest.ProcessRequestAsync(context.Rest!);

        public void DisposeContext(Exchange<TContext> context, Exception? exception)
        {
            if (context.Ready is null)
            {
                rest.DisposeContext(context.Rest!, exception);
            }
        }
    }

    private readonly record struct Exchange<TContext>(IFeatureCollection Features, ReadyAnswer? Ready, TContext? Rest);
}
