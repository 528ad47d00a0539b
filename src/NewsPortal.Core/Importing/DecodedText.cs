namespace NewsPortal.Core.Importing;

/// <summary>A file's characters, once its bytes have been read as text.</summary>
/// <param name="Text">Without byte-order mark, line ends as in the file.</param>
/// <param name="As">The encoding and what decided it.</param>
/// <param name="Warnings">Damaged bytes that were replaced, with their offsets.</param>
public sealed record DecodedText(string Text, DecodedAs As, IReadOnlyList<ImportWarning> Warnings);
