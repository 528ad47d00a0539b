using System.Collections.Concurrent;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Serving;

/// <summary>
/// The answers of the pages that most readers ask for, as they stand at one row of the ledger. No view reads the clock, so
/// what was made once is right until the ledger grows; then all of them are forgotten.
/// </summary>
/// <param name="site">The site.</param>
public sealed class KeptAnswers(CurrentSite site)
{
    // The front page, the latest list and the sections; a publisher has no more of them than this.
    private const int Most = 200;

    private volatile Shelf _shelf = new(null);

    /// <summary>What was made of an address at the ledger's newest row; null where it has to be made.</summary>
    /// <param name="path">The address, without a query.</param>
    public KeptAnswer? Find(string path) =>
        _shelf is { } shelf && ReferenceEquals(shelf.Snapshot, site.Snapshot) && shelf.Answers.TryGetValue(path, out var kept) ? kept : null;

    /// <summary>Keeps an answer, unless the site has changed since it was begun.</summary>
    /// <param name="path">The address, without a query.</param>
    /// <param name="snapshot">The site when it was begun.</param>
    /// <param name="answer">The answer.</param>
    public void Keep(string path, SiteSnapshot snapshot, KeptAnswer answer)
    {
        if (!ReferenceEquals(snapshot, site.Snapshot))
        {
            return;
        }

        var shelf = _shelf;
        if (!ReferenceEquals(shelf.Snapshot, snapshot))
        {
            _shelf = shelf = new Shelf(snapshot);
        }

        if (shelf.Answers.Count < Most)
        {
            shelf.Answers[path] = answer;
        }
    }

    private sealed record Shelf(SiteSnapshot? Snapshot)
    {
        public ConcurrentDictionary<string, KeptAnswer> Answers { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>A page as it is sent.</summary>
/// <param name="contentType">Media type with charset.</param>
/// <param name="hash">What its validator is made from.</param>
/// <param name="modifiedUtc">When it last changed, where the page says so.</param>
/// <param name="plain">Its bytes.</param>
/// <param name="gzip">Its bytes, as gzip.</param>
public sealed class KeptAnswer(string contentType, string hash, DateTime? modifiedUtc, byte[] plain, byte[] gzip)
{
    private volatile byte[]? _brotli;
    private int _isPressed;

    /// <summary>Media type with charset.</summary>
    public string ContentType => contentType;

    /// <summary>What its validator is made from.</summary>
    public string Hash => hash;

    /// <summary>When it last changed, where the page says so.</summary>
    public DateTime? ModifiedUtc => modifiedUtc;

    /// <summary>Its bytes.</summary>
    public byte[] Plain => plain;

    /// <summary>Its bytes, as gzip.</summary>
    public byte[] Gzip => gzip;

    /// <summary>Its bytes, as Brotli; null until they are made.</summary>
    public byte[]? Brotli => _brotli;

    /// <summary>Has the Brotli form made beside everything else: it takes longer than any reader should wait, and is worth it where more than one asks.</summary>
    public void PressFurther()
    {
        if (Interlocked.Exchange(ref _isPressed, 1) == 0)
        {
            _ = Task.Run(() => _brotli = Compressed.Brotli(plain));
        }
    }
}

/// <summary>Marks a page whose bare address is answered from what was made once for each row of the ledger.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MadeOncePerChangeAttribute : Attribute;
