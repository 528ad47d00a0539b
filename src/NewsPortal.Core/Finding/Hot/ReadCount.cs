namespace NewsPortal.Core.Finding.Hot;

/// <summary>How often an article was read in one hour. A sum: nothing in it tells who read.</summary>
public sealed class ReadCount
{
    /// <summary>The hour, in whole hours since 1970-01-01T00:00Z.</summary>
    public int Hour { get; set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Who counted.</summary>
    public ReadOrigin Origin { get; set; }

    /// <summary>Reads, from 1.</summary>
    public long Reads { get; set; }
}

/// <summary>Who counted. The same reading may stand in both, so of the two the larger number counts, never their sum.</summary>
public enum ReadOrigin
{
    /// <summary>The site itself, while it served.</summary>
    Counted = 0,

    /// <summary>An imported access log.</summary>
    Log = 1,
}
