namespace NewsPortal.Core.Pushing;

/// <summary>How far one receiver has been served, and which process serves it now.</summary>
public sealed class PushProgress
{
    /// <summary>The receiver's name.</summary>
    public string Receiver { get; set; } = string.Empty;

    /// <summary>Ledger rows up to this number are queued.</summary>
    public long Sequence { get; set; }

    /// <summary>Nothing is sent before this moment: the receiver asked for patience, or its quota is used up.</summary>
    public DateTime PausedUntilUtc { get; set; } = DateTime.UnixEpoch;

    /// <summary>Who sends; empty where nobody does.</summary>
    public string Sender { get; set; } = string.Empty;

    /// <summary>Until when no one else sends.</summary>
    public DateTime SendsUntilUtc { get; set; } = DateTime.UnixEpoch;
}
