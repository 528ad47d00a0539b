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
        var better = little.Score >= big.Score ? little : big;
        var worse = ReferenceEquals(better, little) ? big : little;
        var (even, odd) = Zeros(bytes);
        var zeros = better.Name == "utf-16le" ? odd : even;
        var stray = better.Name == "utf-16le" ? even : odd;
        var byZeros = zeros * 50 >= bytes.Length && stray * 20 <= zeros && Plausible(better.Text) >= 0.95;
        var byText = stray == 0 && better.Score >= 0.6 && better.Score - worse.Score >= 0.5;
        return byZeros || byText ? better with { Score = 1 } : null;
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
