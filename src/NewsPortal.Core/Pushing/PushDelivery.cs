using NewsPortal.Core.Changes;

namespace NewsPortal.Core.Pushing;

/// <summary>One thing to tell one receiver: a change to an address. Rows are the queue, and afterwards the record of what was told.</summary>
public sealed class PushDelivery
{
    /// <summary>Its place in the queue.</summary>
    public long Id { get; set; }

    /// <summary>Whom it is for: a receiver's name.</summary>
    public string Receiver { get; set; } = string.Empty;

    /// <summary>The row of the change ledger that it tells.</summary>
    public long Sequence { get; set; }

    /// <summary>The article that changed. Of one article the earlier change is always settled before the later one is told.</summary>
    public long ArticleId { get; set; }

    /// <summary>What happened to it.</summary>
    public ChangeKind Kind { get; set; }

    /// <summary>Absolute address that is told: a page, or for WebSub a feed.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>What became of it.</summary>
    public PushState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was queued.</summary>
    public DateTime QueuedUtc { get; set; }

    /// <summary>Not tried again before this moment.</summary>
    public DateTime NextUtc { get; set; }

    /// <summary>When it was last tried; null before the first time.</summary>
    public DateTime? TriedUtc { get; set; }

    /// <summary>What the receiver last answered, or why none came; never holds a secret.</summary>
    public string? Answer { get; set; }
}

/// <summary>What became of something to tell. The numbers are stored.</summary>
public enum PushState
{
    /// <summary>It waits for its first or next attempt.</summary>
    Waiting = 1,

    /// <summary>The receiver took it.</summary>
    Taken = 2,

    /// <summary>The receiver refused it: trying again would not help.</summary>
    Refused = 3,

    /// <summary>It was tried again and again, over about a day, without success.</summary>
    GivenUp = 4,
}
