namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>Scores how bytes were read: the right family of encoding, and the right text.</summary>
internal static class EncodingScore
{
    private const int MostDifferences = 8;

    public static void Add(BenchSet set, Extraction extraction, BenchTruth truth)
    {
        set.Share("charset", truth.Charset is not null && Family(truth.Charset) == Family(extraction.Encoding?.Name ?? string.Empty));
        var text = Lines(extraction.Decoded ?? string.Empty);
        var wanted = Lines(truth.DecodedText ?? string.Empty);
        set.Share(truth.IsDamaged ? "damaged" : "clean", truth.IsDamaged ? AreClose(text, wanted) : text == wanted);
    }

    private static string Family(string name) => name.ToLowerInvariant().Replace("-", string.Empty, StringComparison.Ordinal) switch
    {
        "gb2312" or "gbk" or "gb18030" => "gb18030",
        "utf8sig" or "utf8bom" => "utf8",
        "utf16" => "utf16le",
        var other => other,
    };

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');

    // Levenshtein distance within a narrow band: more than a few differences need no exact count.
    private static bool AreClose(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostDifferences)
        {
            return false;
        }

        const int band = (MostDifferences * 2) + 1;
        var row = Enumerable.Range(0, band).Select(k => Math.Abs(k - MostDifferences)).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var next = new int[band];
            for (var k = 0; k < band; k++)
            {
                var j = i + k - MostDifferences;
                next[k] = j < 0 || j > b.Length ? int.MaxValue / 2
                    : Math.Min(
                        j > 0 ? row[k] + (a[i - 1] == b[j - 1] ? 0 : 1) : i,
                        Math.Min(k + 1 < band ? row[k + 1] + 1 : int.MaxValue / 2, k > 0 ? next[k - 1] + 1 : int.MaxValue / 2));
            }

            row = next;
        }

        return row[b.Length - a.Length + MostDifferences] <= MostDifferences;
    }
}
