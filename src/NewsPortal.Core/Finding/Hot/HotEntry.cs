namespace NewsPortal.Core.Finding.Hot;

/// <summary>One place of a list of what is read most, as it stood when the list was last made.</summary>
public sealed class HotEntry
{
    /// <summary>Which list.</summary>
    public HotWindow Window { get; set; }

    /// <summary>Its place, from 1.</summary>
    public int Rank { get; set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Reads weighed by their age: one read in the running hour is 1.</summary>
    public double Score { get; set; }

    /// <summary>When the list was made.</summary>
    public DateTime MadeUtc { get; set; }
}

/// <summary>The lists; the number is the window in hours, the running hour included.</summary>
public enum HotWindow
{
    /// <summary>24 hours.</summary>
    Day = 24,

    /// <summary>7 days.</summary>
    Week = 168,
}
