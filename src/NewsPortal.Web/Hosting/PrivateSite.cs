using System.Net;
using System.Net.Sockets;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Hosting;

/// <summary>
/// The site for a command's own use: the same program over the same store, which answers on a loopback port that nobody
/// else is told, counts nothing, pushes nothing and stands still at one row of the ledger.
/// </summary>
public sealed class PrivateSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PrivateSite(WebApplication app, HttpClient client)
    {
        _app = app;
        Client = client;
    }

    /// <summary>Asks it; addresses are root-relative, redirects are not followed, nothing is unpacked.</summary>
    public HttpClient Client { get; }

    /// <summary>The site as it stands.</summary>
    public SiteSnapshot Snapshot => Services.GetRequiredService<CurrentSite>().Snapshot;

    /// <summary>Its parts.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it.</summary>
    /// <param name="args">Options as for the site; where it listens is not among them.</param>
    /// <param name="store">The open store.</param>
    /// <param name="address">The address that the site has where none is set.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<PrivateSite> StartAsync(string[] args, NewsStore store, string? address = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        string[] options = [.. args, "--urls=http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Error"];
        var app = await SiteHost.BuildAsync(options, _ => Task.FromResult(store), works: false);
        try
        {
            var bound = new Uri(await app.StartSiteAsync(cancellationToken));
            var site = app.Services.GetRequiredService<CurrentSite>();
            site.BoundTo(address ?? SiteHost.DefaultAddress);
            await site.RefreshAsync(force: true, cancellationToken);
            app.Services.GetRequiredService<SiteReadiness>().Ready();
            var client = new HttpClient(new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                AutomaticDecompression = DecompressionMethods.None,

                // Asked under its public name, reached where it is.
                ConnectCallback = async (_, cancelled) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    await socket.ConnectAsync(IPAddress.Loopback, bound.Port, cancelled);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            })
            {
                BaseAddress = new UriBuilder(site.Snapshot.BaseUrl) { Scheme = "http", Port = new Uri(site.Snapshot.BaseUrl).IsDefaultPort ? -1 : new Uri(site.Snapshot.BaseUrl).Port, Path = "/" }.Uri,
            };
            return new PrivateSite(app, client);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
