namespace NewsPortal.Core.Storage;

/// <summary>The store cannot be used; the message says why in one line, and what to do.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="message">The reason, and what to do.</param>
    /// <param name="inner">What the database or the disk said.</param>
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
