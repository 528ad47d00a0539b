using NewsPortal.Core.Changes;

namespace NewsPortal.Core.Pushing;

/// <summary>Someone who is told of changes.</summary>
public abstract class PushReceiver
{
    /// <summary>Its name in the queue and to operators; holds no secret.</summary>
    public abstract string Name { get; }

    /// <summary>How many deliveries are sent in one request, at most.</summary>
    public abstract int MostAtOnce { get; }

    /// <summary>Addresses stand for their present state, so that one that waits already need not wait twice.</summary>
    public virtual bool OncePerAddress => true;

    /// <summary>Which addresses a change concerns.</summary>
    /// <param name="change">A change to a public article that is no sample.</param>
    /// <returns>Absolute addresses; none where this receiver is not to be told.</returns>
    public abstract IEnumerable<string> AddressesOf(PushChange change);

    /// <summary>Tells it.</summary>
    /// <param name="due">What is due, at most <see cref="MostAtOnce"/>.</param>
    /// <param name="post">Sends.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<PushAnswer> SendAsync(IReadOnlyList<PushDelivery> due, PushPost post, DateTime nowUtc, CancellationToken cancellationToken);
}

/// <summary>A change as receivers see it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="BaseUrl">The site's address, without a trailing slash.</param>
/// <param name="Path">The article's address, root-relative.</param>
/// <param name="OldPaths">Addresses that redirect to it, where it moved.</param>
/// <param name="SectionPath">Its section's address, root-relative.</param>
/// <param name="IsPublic">Readers see it now.</param>
public sealed record PushChange(ChangeKind Kind, string BaseUrl, string Path, IReadOnlyList<string> OldPaths, string SectionPath, bool IsPublic);
