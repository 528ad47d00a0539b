using System.Collections.Concurrent;
using System.Net;

namespace NewsPortal.Web.Auditing;

/// <summary>Every address that some page of ours leads to, asked once.</summary>
/// <param name="reader">Asks the site.</param>
internal sealed class LinkAudit(PageReader reader)
{
    // Where each address was seen first: enough to mend it.
    private readonly ConcurrentDictionary<string, string> _links = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _pictures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Addresses of pages that answered 200 already.</summary>
    public void Know(string path) => _known[path] = true;

    /// <summary>Notes what a page leads to.</summary>
    public void Note(ReadPage page)
    {
        foreach (var link in page.Links)
        {
            _links.TryAdd(link, page.Path);
        }

        foreach (var picture in page.Pictures)
        {
            _pictures.TryAdd(picture, page.Path);
        }
    }

    /// <summary>Pages noted and not yet asked, of which only the address is known.</summary>
    public IEnumerable<string> Unknown => _links.Keys.Where(l => !_known.ContainsKey(l)).Order(StringComparer.Ordinal);

    /// <summary>Where an address was seen.</summary>
    public string SeenAt(string link) => _links.GetValueOrDefault(link, link);

    /// <summary>Asks for every picture that was noted.</summary>
    public async Task CheckPicturesAsync(Action<SiteFault> found, CancellationToken cancellationToken)
    {
        foreach (var (picture, seen) in _pictures.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var (status, _) = await reader.StatusAsync(picture, cancellationToken);
            if (status != HttpStatusCode.OK)
            {
                found(new SiteFault(FaultKind.Picture, seen, $"{picture} answers {(int)status}"));
            }
        }
    }

    /// <summary>Judges a link by its answer.</summary>
    public void Judge(string link, HttpStatusCode status, string? location, Action<SiteFault> found)
    {
        if (status != HttpStatusCode.OK)
        {
            found(new SiteFault(FaultKind.Link, SeenAt(link), $"{link} answers {(int)status}{(location is null ? string.Empty : " and leads to " + location)}"));
        }

        Know(link);
    }
}
