namespace NewsPortal.Core.Publishing;

/// <summary>An editor asked something of a section, tag, source or writer that cannot be; the message says what.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="message">What, for the operator.</param>
public sealed class NameException(NameProblem problem, string message) : Exception(message)
{
    /// <summary>What is wrong.</summary>
    public NameProblem Problem { get; } = problem;
}

/// <summary>Why a name cannot be changed so.</summary>
public enum NameProblem
{
    /// <summary>There is none of this number any more.</summary>
    Gone,

    /// <summary>A name has 1 to 80 characters.</summary>
    Length,

    /// <summary>Another one has this name: merge the two.</summary>
    NameTaken,

    /// <summary>Another one has, or had, this address.</summary>
    SlugTaken,

    /// <summary>An address has 1 to 60 letters, digits and hyphens.</summary>
    Slug,

    /// <summary>It cannot be merged into itself.</summary>
    Same,

    /// <summary>Articles bear it.</summary>
    InUse,

    /// <summary>An introduction has at most 500 characters.</summary>
    IntroductionLength,
}
