using System.Net.Http.Json;

namespace NewsPortal.Core.Pushing.Receivers;

/// <summary>A CDN, told which keys to forget. What it holds goes on being served while it asks for the new answer, where it can do that.</summary>
/// <param name="options">Which CDN, and where it listens.</param>
/// <param name="settles">How long other nodes may still answer with what was; it is told after that.</param>
public sealed class CdnReceiver(CdnOptions options, TimeSpan settles) : PushReceiver
{
    /// <inheritdoc/>
    public override string Name => SurrogateKeys.Receiver;

    /// <inheritdoc/>
    /// <remarks>Fastly takes 256 keys, Cloudflare 30; Varnish is told in a header, which has 8 KB.</remarks>
    public override int MostAtOnce => options.Kind switch { CdnKind.Fastly => 256, CdnKind.Cloudflare => 30, _ => 200 };

    /// <inheritdoc/>
    /// <remarks>Its keys are queued with the change itself (<see cref="CdnPurges"/>): which pages a change touches cannot be told afterwards.</remarks>
    public override IEnumerable<string> AddressesOf(PushChange change) => [];

    /// <inheritdoc/>
    public override async Task<PushAnswer> SendAsync(IReadOnlyList<PushDelivery> due, PushPost post, DateTime nowUtc, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(post);
        await Task.Delay(settles, cancellationToken);
        var keys = due.Select(d => d.Address).Distinct(StringComparer.Ordinal).ToList();
        var joined = string.Join(' ', keys);
        using HttpContent? tags = options.Kind == CdnKind.Cloudflare ? JsonContent.Create(new { tags = keys }) : null;
        if (tags is not null)
        {
            await tags.LoadIntoBufferAsync(cancellationToken);
        }

        var reply = await (options.Kind switch
        {
            CdnKind.Fastly => post.SendAsync(
                options.Address, null, new Dictionary<string, string> { ["Fastly-Key"] = options.Token, ["Fastly-Soft-Purge"] = "1", ["Surrogate-Key"] = joined }, cancellationToken: cancellationToken),
            CdnKind.Cloudflare => post.SendAsync(
                options.Address, tags, new Dictionary<string, string> { ["Authorization"] = $"Bearer {options.Token}" }, cancellationToken: cancellationToken),
            _ => post.SendAsync(
                options.Address, null, new Dictionary<string, string> { ["xkey-softpurge"] = joined, ["X-Purge-Token"] = options.Token }, new HttpMethod("PURGE"), cancellationToken),
        });
        return reply.IsOk ? new PushAnswer(PushState.Taken, reply.Told) : reply.Again;
    }
}
