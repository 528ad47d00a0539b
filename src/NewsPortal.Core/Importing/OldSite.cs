namespace NewsPortal.Core.Importing;

/// <summary>The site that a publisher moves away from: which addresses were its own, and what they are without it.</summary>
internal sealed class OldSite
{
    private readonly Uri? address;

    /// <summary>Names the site.</summary>
    /// <param name="written">Its address as the export states it.</param>
    public OldSite(string? written) =>
        address = Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    /// <summary>Its host, with the folder it stood in; empty where it is not known.</summary>
    public string Name => address is null ? string.Empty : Host(address) + address.AbsolutePath.TrimEnd('/');

    /// <summary>The path of its front page, which ends with a slash.</summary>
    public string Root => address is null ? "/" : address.AbsolutePath.TrimEnd('/') + "/";

    /// <summary>Path and query of an address that was the site's own; null for every other.</summary>
    /// <param name="written">The address.</param>
    public string? PathAndQuery(string? written)
    {
        if (written is ['/', not '/', ..]) return written;
        return address is not null && Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && Host(uri) == Host(address) ? uri.PathAndQuery : null;
    }

    private static string Host(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant();
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host) + (uri.IsDefaultPort ? string.Empty : $":{uri.Port}");
    }
}
