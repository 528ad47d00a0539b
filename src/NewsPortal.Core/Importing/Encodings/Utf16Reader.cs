using System.Globalization;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>Tells UTF-16 without a mark: by where its zero bytes stand, or by the Chinese that it reads as.</summary>
internal static class Utf16Reader
{
    public static Candidate? Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8) return null;
        var little = Read("utf-16le", bytes);
        var big = Read("utf-16be", bytes);
        var (even, odd) = Zeros(bytes);
        if (ByZeros(odd, even) && Plausible(little.Text) >= 0.95) return little;
        if (ByZeros(even, odd) && Plausible(big.Text) >= 0.95) return big;
        var (better, worse) = little.Score >= big.Score ? (little, big) : (big, little);
        return better.Score >= 0.6 && better.Score - worse.Score >= 0.5 && Plausible(better.Text) >= 0.99 ? better : null;

        // The high halves of ASCII and of spaces are zero, and they all stand on one side.
        bool ByZeros(int zeros, int stray) => zeros > 0 && zeros * 100 >= little.Text.Length && stray * 10 <= zeros;
    }

    public static Candidate Read(string name, ReadOnlySpan<byte> bytes)
    {
        var text = EncodingNames.Decoder(name).GetString(bytes);
        var faults = new List<int>();
        for (var i = text.IndexOf('\uFFFD', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\uFFFD', i + 1)) faults.Add(2 * i);
        return new Candidate(name, text, faults, TextScore.Of(text, faults.Count));
    }

    private static (int Even, int Odd) Zeros(ReadOnlySpan<byte> bytes)
    {
        var even = 0;
        var odd = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        return (even, odd);
    }

    /// <summary>The share of characters that a text may hold.</summary>
    public static double Plausible(string text)
    {
        var good = 0;
        var all = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            all++;
            var category = System.Text.Rune.GetUnicodeCategory(rune);
            if (rune.Value is '\n' or '\r' or '\t' || category is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate) && rune.Value != 0xFFFD) good++;
        }

        return all == 0 ? 0 : (double)good / all;
    }
}
