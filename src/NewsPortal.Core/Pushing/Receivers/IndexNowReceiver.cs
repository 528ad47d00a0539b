using System.Net;
using System.Net.Http.Json;
using NewsPortal.Core.Changes;

namespace NewsPortal.Core.Pushing.Receivers;

/// <summary>Search engines by IndexNow: addresses that were added, changed or taken down.</summary>
/// <param name="options">Key and endpoint.</param>
/// <param name="baseUrl">The site's address, without a trailing slash.</param>
public sealed class IndexNowReceiver(IndexNowOptions options, string baseUrl) : PushReceiver
{
    /// <inheritdoc/>
    public override string Name => "indexnow";

    /// <inheritdoc/>
    /// <remarks>The protocol's own bound.</remarks>
    public override int MostAtOnce => 10_000;

    /// <inheritdoc/>
    public override IEnumerable<string> AddressesOf(PushChange change)
    {
        ArgumentNullException.ThrowIfNull(change);

        // Another name of a section or a source is no news of the article.
        return change.Kind == ChangeKind.Renamed ? [] : change.OldPaths.Prepend(change.Path).Select(p => change.BaseUrl + p);
    }

    /// <inheritdoc/>
    public override async Task<PushAnswer> SendAsync(IReadOnlyList<PushDelivery> due, PushPost post, DateTime nowUtc, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(post);
        using var content = JsonContent.Create(new
        {
            host = new Uri(baseUrl).Authority,
            key = options.Key,
            keyLocation = $"{baseUrl}/{options.Key}.txt",
            urlList = due.Select(d => d.Address).Distinct(StringComparer.Ordinal),
        });

        // Sent with its length: some endpoints take no chunks.
        await content.LoadIntoBufferAsync(cancellationToken);
        var reply = await post.SendAsync(options.Endpoint, content, cancellationToken: cancellationToken);
        return reply.Status switch
        {
            HttpStatusCode.OK or HttpStatusCode.Accepted => new PushAnswer(PushState.Taken, reply.Told),

            // Wrong format, or addresses that are not of the key's host: the same again would be refused again.
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new PushAnswer(PushState.Refused, reply.Told),
            _ => reply.Again,
        };
    }
}
