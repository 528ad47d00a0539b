namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>How much of a body was found, over runs of four tokens counted with repeats.</summary>
/// <param name="Precision">Share of the output that is in the truth; null where there is no output.</param>
/// <param name="Recall">Share of the truth that is in the output; null where there is no truth.</param>
/// <param name="Exact">True where the tokens are the same.</param>
internal readonly record struct BodyScore(double? Precision, double? Recall, bool Exact)
{
    private const int Run = 4;

    /// <summary>True where precision and recall are both at least 0.95.</summary>
    public bool Within => Precision >= 0.95 && Recall >= 0.95;

    public static BodyScore Of(List<string> output, List<string> truth)
    {
        var (found, wanted) = (Shingles(output), Shingles(truth));
        var shared = found.Sum(s => Math.Min(s.Value, wanted.GetValueOrDefault(s.Key)));
        var (foundCount, wantedCount) = (found.Values.Sum(), wanted.Values.Sum());
        return new(
            foundCount == 0 ? null : (double)shared / foundCount,
            wantedCount == 0 ? null : (double)shared / wantedCount,
            output.SequenceEqual(truth));
    }

    private static Dictionary<string, int> Shingles(List<string> tokens)
    {
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + Run <= tokens.Count || (i == 0 && tokens.Count > 0); i++)
        {
            var key = string.Join('\u001F', tokens.GetRange(i, Math.Min(Run, tokens.Count - i)));
            shingles[key] = shingles.GetValueOrDefault(key) + 1;
        }

        return shingles;
    }
}
