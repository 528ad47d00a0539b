namespace NewsPortal.Core.Importing.Encodings;

/// <summary>One way to read the bytes, and how much it looks like text.</summary>
/// <param name="Name">The encoding's canonical name.</param>
/// <param name="Text">The text, damaged bytes as U+FFFD.</param>
/// <param name="Faults">Offsets of the damaged bytes.</param>
/// <param name="Score">About 1 for a Chinese text in its own encoding, below 0.4 for one in another.</param>
internal sealed record Candidate(string Name, string Text, IReadOnlyList<int> Faults, double Score);
