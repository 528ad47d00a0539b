namespace NewsPortal.Core.Importing.Encodings;

/// <summary>Says where bytes were damaged, so that an editor can find the place.</summary>
internal static class DamageReport
{
    private const int MostNamed = 20;

    public static IReadOnlyList<ImportWarning> Of(ReadOnlySpan<byte> bytes, IReadOnlyList<int> faults)
    {
        var warnings = new List<ImportWarning>();
        foreach (var offset in faults.Take(MostNamed))
            warnings.Add(new ImportWarning(bytes[..Math.Min(offset, bytes.Length)].Count((byte)'\n') + 1, $"byte {offset:N0} is damaged and stands as \uFFFD"));
        if (faults.Count > MostNamed) warnings.Add(new ImportWarning(0, $"{faults.Count:N0} damaged bytes in all"));
        return warnings;
    }
}
