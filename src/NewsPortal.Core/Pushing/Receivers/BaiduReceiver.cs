using System.Net;
using System.Text;
using System.Text.Json;
using NewsPortal.Core.Changes;

namespace NewsPortal.Core.Pushing.Receivers;

/// <summary>Baidu's ordinary push: new addresses, as many as the day's quota allows.</summary>
/// <param name="options">Token and endpoint.</param>
/// <param name="baseUrl">The site's address, without a trailing slash.</param>
public sealed class BaiduReceiver(BaiduOptions options, string baseUrl) : PushReceiver
{
    private const int Most = 2_000;

    // Quotas are of a day in Beijing, which has kept one offset since 1991.
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private int _most = Most;

    /// <inheritdoc/>
    public override string Name => "baidu";

    /// <inheritdoc/>
    public override int MostAtOnce => _most;

    /// <inheritdoc/>
    /// <remarks>The quota is for new pages: what changed or went is left to the sitemap and to the address's own status.</remarks>
    public override IEnumerable<string> AddressesOf(PushChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.IsPublic && change.Kind is ChangeKind.Published or ChangeKind.Restored or ChangeKind.Moved ? [change.BaseUrl + change.Path] : [];
    }

    /// <inheritdoc/>
    public override async Task<PushAnswer> SendAsync(IReadOnlyList<PushDelivery> due, PushPost post, DateTime nowUtc, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(post);
        var addresses = due.Select(d => d.Address).Distinct(StringComparer.Ordinal).ToList();
        using var content = new StringContent(string.Join('\n', addresses), Encoding.UTF8, "text/plain");
        var address = new UriBuilder(options.Endpoint) { Query = $"site={Uri.EscapeDataString(baseUrl)}&token={Uri.EscapeDataString(options.Token)}" }.Uri;
        var reply = await post.SendAsync(address, content, cancellationToken: cancellationToken);
        var told = reply with { Told = reply.Told.Replace(options.Token, "…", StringComparison.Ordinal) };
        return Parse(reply.Text) is { } json ? AnswerOf(json, told, addresses, nowUtc) : told.Again;
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static IEnumerable<string> Names(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)
            : [];

    private PushAnswer AnswerOf(JsonElement json, PushReply reply, List<string> addresses, DateTime nowUtc)
    {
        var message = json.TryGetProperty("message", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString()! : string.Empty;
        if (message.Contains("over quota", StringComparison.OrdinalIgnoreCase))
        {
            return OverQuota(reply, addresses.Count, nowUtc);
        }

        // Nothing helps but an operator; looking again once an hour finds what was mended.
        if (reply.Status is HttpStatusCode.Unauthorized || message.Contains("token", StringComparison.OrdinalIgnoreCase))
        {
            return new PushAnswer(PushState.Waiting, reply.Told, nowUtc.AddHours(1)) { IsFull = true };
        }

        if (!reply.IsOk || Number(json, "success") is not { } taken)
        {
            return reply.Again;
        }

        var apart = new Dictionary<string, (PushState, string)>(StringComparer.Ordinal);
        foreach (var (list, why) in ((string, string)[])[("not_same_site", "refused: not of this site"), ("not_valid", "refused: not a valid address")])
        {
            foreach (var address in Names(json, list))
            {
                apart[address] = (PushState.Refused, why);
            }
        }

        var pause = (DateTime?)null;
        if (Number(json, "remain") is { } left)
        {
            _most = Math.Clamp(left, 1, Most);
            pause = left <= 0 ? Tomorrow(nowUtc) : null;
        }

        // Which ones are missing is not told, so all are told again.
        return taken + addresses.Count(apart.ContainsKey) >= addresses.Count
            ? new PushAnswer(PushState.Taken, reply.Told, pause) { Apart = apart }
            : new PushAnswer(PushState.Waiting, reply.Told, pause) { Apart = apart };
    }

    // A request that is larger than what is left is refused as a whole: smaller ones may still be taken.
    private PushAnswer OverQuota(PushReply reply, int sent, DateTime nowUtc)
    {
        if (sent > 1)
        {
            _most = Math.Max(1, sent / 2);
            return new PushAnswer(PushState.Waiting, reply.Told) { IsFull = true };
        }

        _most = Most;
        return new PushAnswer(PushState.Waiting, reply.Told, Tomorrow(nowUtc)) { IsFull = true };
    }

    private static DateTime Tomorrow(DateTime nowUtc) => DateTime.SpecifyKind((nowUtc + Beijing).Date.AddDays(1) - Beijing, DateTimeKind.Utc);
}
