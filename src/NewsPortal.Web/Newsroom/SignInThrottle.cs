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

    private readonly MemoryCache _failures = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>How long an attempt has to wait; zero where it may be made.</summary>
    /// <param name="account">The name that was given.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="device">What names a browser that has signed in to the account before; null for any other.</param>
    public TimeSpan WaitOf(string account, IPAddress? address, string? device)
    {
        var now = clock.NowUtc();
        var wait = KeysOf(account, address, device).Select(k => _failures.TryGetValue(k, out Failures? f) ? f!.NextUtc - now : TimeSpan.Zero).Max();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Notes a wrong password or code.</summary>
    /// <param name="account">The name that was given.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="device">As in <see cref="WaitOf"/>.</param>
    public void Failed(string account, IPAddress? address, string? device)
    {
        foreach (var key in KeysOf(account, address, device))
        {
            var count = (_failures.TryGetValue(key, out Failures? before) ? before!.Count : 0) + 1;
            var wait = count < Free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(30, count - Free + 1))));
            _failures.Set(key, new Failures(count, clock.NowUtc() + wait), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Forgotten });
        }
    }

    /// <summary>Forgets the mistakes of this browser with this account; those of others stay.</summary>
    /// <param name="account">The name.</param>
    /// <param name="device">What names the browser.</param>
    public void Succeeded(string account, string device) => _failures.Remove($"device\n{Fold(account)}\n{device}");

    /// <inheritdoc/>
    public void Dispose() => _failures.Dispose();

    private static IEnumerable<string> KeysOf(string account, IPAddress? address, string? device) => device is not null
        ? [$"device\n{Fold(account)}\n{device}"]
        : [$"account\n{Fold(account)}", $"address\n{RateLimits.ClientOf(address)}"];

    private static string Fold(string account) => account.Length > 100 ? string.Empty : account.Trim().ToUpperInvariant();

    private sealed record Failures(int Count, DateTime NextUtc);
}
