using System.Net;
using Microsoft.Extensions.Caching.Memory;
using NewsPortal.Core.Changes;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// Slows down who guesses. Each wrong password doubles the wait for that account among clients that never signed in to it, and
/// for that client's network among all accounts. A browser that has signed in before waits for its own mistakes alone, so
/// nobody is locked out by a stranger who knows their name (OWASP, "device cookies").
/// </summary>
/// <param name="clock">The clock.</param>
public sealed class SignInThrottle(TimeProvider clock) : IDisposable
{
    // Five mistakes are free, then 2, 4, 8 … seconds up to a quarter of an hour.
    private const int Free = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly MemoryCache _failures = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Begins an attempt, which counts as a mistake until it is forgiven: many at once are not all free.</summary>
    /// <param name="account">The name that was given.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="device">What names a browser that has signed in to the account before; null for any other.</param>
    /// <returns>How long it has to wait; zero where it may be made.</returns>
    public TimeSpan Begin(string account, IPAddress? address, string? device)
    {
        lock (_gate)
        {
            var (now, keys) = (clock.NowUtc(), KeysOf(account, address, device).ToList());
            var wait = keys.Select(k => Of(k).NextUtc - now).Max();
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            foreach (var key in keys)
            {
                var count = Of(key).Count + 1;
                var next = count < Free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(30, count - Free + 1))));
                Set(key, new Failures(count, now + next));
            }

            return TimeSpan.Zero;
        }
    }

    /// <summary>Takes back an attempt that was right; the mistakes of others stay.</summary>
    /// <param name="account">The name.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="device">As in <see cref="Begin"/>.</param>
    public void Forgive(string account, IPAddress? address, string? device)
    {
        lock (_gate)
        {
            foreach (var key in KeysOf(account, address, device))
            {
                Set(key, new Failures(device is null ? Math.Max(0, Of(key).Count - 1) : 0, DateTime.UnixEpoch));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _failures.Dispose();

    private Failures Of(string key) => _failures.TryGetValue(key, out Failures? failures) ? failures! : new Failures(0, DateTime.UnixEpoch);

    private void Set(string key, Failures failures) =>
        _failures.Set(key, failures, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Forgotten });

    private static IEnumerable<string> KeysOf(string account, IPAddress? address, string? device) => device is not null
        ? [$"device\n{Fold(account)}\n{device}"]
        : [$"account\n{Fold(account)}", $"address\n{RateLimits.ClientOf(address)}"];

    private static string Fold(string account) => account.Length > 100 ? string.Empty : account.Trim().ToUpperInvariant();

    private sealed record Failures(int Count, DateTime NextUtc);
}
