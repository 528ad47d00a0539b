namespace NewsPortal.Core.Pushing.Receivers;

/// <summary>A WebSub hub, told which feeds have something new.</summary>
/// <param name="hub">Its address.</param>
public sealed class WebSubReceiver(Uri hub) : PushReceiver
{
    /// <summary>The feeds of a folder, in every format.</summary>
    private static readonly string[] Files = ["/feed.xml", "/atom.xml", "/feed.json"];

    /// <inheritdoc/>
    public override string Name { get; } = $"websub {hub.GetLeftPart(UriPartial.Path)}";

    /// <inheritdoc/>
    /// <remarks>Hubs differ in whether they take several topics at once; all take one.</remarks>
    public override int MostAtOnce => 1;

    /// <inheritdoc/>
    public override IEnumerable<string> AddressesOf(PushChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Files.Select(f => change.BaseUrl + f).Concat(Files.Select(f => change.BaseUrl + change.SectionPath + f));
    }

    /// <inheritdoc/>
    public override async Task<PushAnswer> SendAsync(IReadOnlyList<PushDelivery> due, PushPost post, DateTime nowUtc, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(post);
        using var content = new FormUrlEncodedContent(
            due.Select(d => new KeyValuePair<string, string>("hub.url", d.Address)).Prepend(new("hub.mode", "publish")));
        var reply = await post.SendAsync(hub, content, cancellationToken: cancellationToken);
        return reply.IsOk ? new PushAnswer(PushState.Taken, reply.Told) : reply.Again;
    }
}
