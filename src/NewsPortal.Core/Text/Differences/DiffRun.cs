namespace NewsPortal.Core.Text.Differences;

/// <summary>A run of characters that two texts share, or that only one of them has.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">The characters.</param>
public sealed record DiffRun(DiffKind Kind, string Text);

/// <summary>Which of two texts has a run.</summary>
public enum DiffKind
{
    /// <summary>Both.</summary>
    Equal,

    /// <summary>The earlier one alone.</summary>
    Deleted,

    /// <summary>The later one alone.</summary>
    Inserted,
}
