namespace NewsPortal.Core.Importing;

/// <summary>One thing found among the inputs: a file to read, or the reason why it cannot be.</summary>
/// <param name="Path">How reports name it.</param>
/// <param name="File">The file; null where it was refused before reading.</param>
/// <param name="Error">Why it was refused, and what to do; null where it was not.</param>
public sealed record InputItem(string Path, SourceFile? File, string? Error = null);
