namespace NewsPortal.Core.Importing;

/// <summary>An input that cannot become an article. The message says why and what to do; the batch goes on.</summary>
public sealed class RejectedInputException : Exception
{
    /// <summary>Rejects an input.</summary>
    /// <param name="message">The reason, and what to do about it.</param>
    /// <param name="line">The line it is about, counted from 1; 0 for the whole input.</param>
    public RejectedInputException(string message, int line = 0)
        : base(message) => Line = line;

    /// <summary>The line it is about, counted from 1; 0 for the whole input.</summary>
    public int Line { get; }
}
