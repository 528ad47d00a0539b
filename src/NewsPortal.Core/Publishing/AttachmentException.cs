namespace NewsPortal.Core.Publishing;

/// <summary>An editor asked something of an attachment that cannot be; the message says what.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="message">What, for the operator.</param>
public sealed class AttachmentException(AttachmentProblem problem, string message) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public AttachmentProblem Problem { get; } = problem;
}

/// <summary>Why an attachment cannot be handled so.</summary>
public enum AttachmentProblem
{
    /// <summary>It, or its article, is there no more.</summary>
    Gone,

    /// <summary>An article offers it.</summary>
    InUse,

    /// <summary>The article offers as many as it may.</summary>
    Full,

    /// <summary>The title is too long, or has several lines.</summary>
    Title,
}
