using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace NewsPortal.Web.Hosting;

/// <summary>Answers 429 to a client that asks faster than it may: search and API, each by itself.</summary>
public static class RateLimits
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Sets it up.</summary>
    /// <param name="services">The program's services.</param>
    public static void AddRateLimits(this IServiceCollection services) => services.AddSingleton(provider => new ClientLimiter(provider.GetRequiredService<SiteLimits>()));

    /// <summary>Sees to it.</summary>
    /// <param name="app">The program.</param>
    public static void UseRateLimits(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        using var lease = http.RequestServices.GetRequiredService<ClientLimiter>().Acquire(http);
        if (lease is null or { IsAcquired: true })
        {
            await next(http);
            return;
        }

        http.Response.Headers.RetryAfter = "1";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    });

    /// <summary>Who asks: an address, of IPv6 the network that one household or machine has (RFC 6177).</summary>
    /// <param name="address">The client's address.</param>
    internal static string ClientOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }

    /// <summary>Counts what each client asks for.</summary>
    /// <param name="limits">How much that may be.</param>
    public sealed class ClientLimiter(SiteLimits limits) : IDisposable
    {
        private readonly PartitionedRateLimiter<IPAddress> _search = Of(limits.SearchBurst, limits.SearchPerSecond);
        private readonly PartitionedRateLimiter<IPAddress> _api = Of(limits.ApiBurst, limits.ApiPerSecond);

        /// <summary>Counts a request; null where it has no limit.</summary>
        public RateLimitLease? Acquire(HttpContext http)
        {
            ArgumentNullException.ThrowIfNull(http);
            var path = http.Request.Path;
            var limiter = path.Equals("/search", StringComparison.OrdinalIgnoreCase) || path.Equals("/api/v1/search", StringComparison.OrdinalIgnoreCase) ? _search
                : path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? _api : null;
            return limiter?.AttemptAcquire(http.Connection.RemoteIpAddress ?? IPAddress.None);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _search.Dispose();
            _api.Dispose();
        }

        private static PartitionedRateLimiter<IPAddress> Of(int burst, int perSecond) => PartitionedRateLimiter.Create<IPAddress, string>(address =>
            RateLimitPartition.GetTokenBucketLimiter(ClientOf(address), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = Second,
                AutoReplenishment = true,
                QueueLimit = 0,
            }));
    }
}
