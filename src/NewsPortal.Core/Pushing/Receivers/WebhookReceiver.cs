using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsPortal.Core.Pushing.Receivers;

/// <summary>A webhook: one signed event for each change, in order (Standard Webhooks 1.0).</summary>
/// <param name="options">Where, and the secret.</param>
public sealed class WebhookReceiver(WebhookOptions options) : PushReceiver
{
    private const string SecretMark = "whsec_";

    /// <inheritdoc/>
    public override string Name { get; } = $"webhook {options.Address.GetLeftPart(UriPartial.Path)}";

    /// <inheritdoc/>
    public override int MostAtOnce => 1;

    /// <inheritdoc/>
    public override bool OncePerAddress => false;

    /// <inheritdoc/>
    public override IEnumerable<string> AddressesOf(PushChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return [change.BaseUrl + change.Path];
    }

    /// <summary>The signature of an event: <c>v1,</c> and the HMAC-SHA256 of id, timestamp and body, in base64.</summary>
    /// <param name="secret">The secret as configured.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The body.</param>
    public static string SignatureOf(string secret, string id, string timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));

    /// <inheritdoc/>
    public override async Task<PushAnswer> SendAsync(IReadOnlyList<PushDelivery> due, PushPost post, DateTime nowUtc, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(post);
        var delivery = due[0];

        // The same in every attempt, so that a receiver can tell an event it had already.
        var id = string.Create(CultureInfo.InvariantCulture, $"change-{delivery.Sequence}-{delivery.ArticleId}");
        var timestamp = new DateTimeOffset(nowUtc).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = Body(delivery);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var reply = await post.SendAsync(
            options.Address,
            content,
            new Dictionary<string, string>
            {
                ["webhook-id"] = id,
                ["webhook-timestamp"] = timestamp,
                ["webhook-signature"] = SignatureOf(options.Secret, id, timestamp, body),
            },
            cancellationToken: cancellationToken);
        return reply.IsOk ? new PushAnswer(PushState.Taken, reply.Told)
            : reply.Status == HttpStatusCode.Gone ? new PushAnswer(PushState.Refused, reply.Told)
            : reply.Again;
    }

    private static string Body(PushDelivery delivery) => new JsonObject
    {
        ["type"] = "article." + JsonNamingPolicy.CamelCase.ConvertName(delivery.Kind.ToString()),
        ["timestamp"] = delivery.QueuedUtc.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["data"] = new JsonObject
        {
            ["sequence"] = delivery.Sequence,
            ["number"] = delivery.ArticleId,
            ["url"] = delivery.Address,
        },
    }.ToJsonString();

    private static byte[] KeyOf(string secret)
    {
        var key = new byte[secret.Length];
        return secret.StartsWith(SecretMark, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[SecretMark.Length..], key, out var length)
            ? key[..length]
            : Encoding.UTF8.GetBytes(secret);
    }
}
