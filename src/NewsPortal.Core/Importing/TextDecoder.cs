using NewsPortal.Core.Importing.Encodings;

namespace NewsPortal.Core.Importing;

/// <summary>
/// Reads bytes as text. Order of proof: the operator's word, a byte-order mark, well-formed UTF-8, then whichever of
/// UTF-8, GB18030, Big5 and UTF-16 has fewest faults and reads most like text, the declared label where two are close.
/// It never guesses silently: where nothing convinces, the input is rejected and the operator asked.
/// </summary>
public static class TextDecoder
{
    // Below this the best reading is no Chinese text; own measurements put texts at 0.7 to 1.2 and garbled ones below 0.4.
    private const double Convincing = 0.5;
    private const double Margin = 0.15;

    /// <summary>Decodes a whole input.</summary>
    /// <param name="bytes">The bytes, exactly as found.</param>
    /// <param name="chosen">The encoding that the operator named; null to decide by the bytes.</param>
    /// <param name="declaredLabel">What the input says of itself (HTML <c>meta charset</c>, XML declaration); null where nothing.</param>
    /// <exception cref="RejectedInputException">The encoding cannot be told, or the bytes are no text.</exception>
    public static DecodedText Decode(ReadOnlyMemory<byte> bytes, string? chosen = null, string? declaredLabel = null)
    {
        var span = bytes.Span;
        if (chosen is not null) return Chosen(span, chosen);
        if (Marked(span) is { } marked) return marked;
        if (EncodingNames.IsRefused(declaredLabel)) throw Unknown($"it says that it is {declaredLabel}, which is not read: save it as UTF-8");
        var (faults, sequences) = Utf8Reader.Scan(span);
        var declared = EncodingNames.Canonical(declaredLabel);
        if (faults.Count == 0) return WellFormed(span, sequences, declaredLabel, declared);
        return Weigh(span, faults, sequences, declared);
    }

    private static DecodedText Chosen(ReadOnlySpan<byte> bytes, string chosen)
    {
        var name = EncodingNames.Canonical(chosen)
            ?? throw new RejectedInputException($"no encoding is known by the name \"{chosen}\": use one of {EncodingNames.Known}");
        var rest = bytes[MarkLength(bytes, name)..];
        return Finish(rest, Read(name, rest), "chosen", 1);
    }

    private static DecodedText? Marked(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..]) throw Unknown("it is UTF-32, which is not read: save it as UTF-8");
        var name = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => "utf-8",
            [0xFF, 0xFE, ..] => "utf-16le",
            [0xFE, 0xFF, ..] => "utf-16be",
            [0x84, 0x31, 0x95, 0x33, ..] => "gb18030",
            _ => null,
        };
        if (name is null) return null;
        var rest = bytes[MarkLength(bytes, name)..];
        return Finish(rest, Read(name, rest), "mark", 1);
    }

    private static DecodedText WellFormed(ReadOnlySpan<byte> bytes, int sequences, string? label, string? declared)
    {
        if (sequences == 0 && EscapeCoded(bytes) is { } kind) throw Unknown($"it looks like {kind}, which is not read: save it as UTF-8");
        if (bytes.IndexOf((byte)0) >= 0 && Utf16Reader.Detect(bytes) is { } wide) return Finish(bytes, wide, "detected", 0.95);
        var how = declared == "utf-8" && label is not null ? "declared" : "detected";
        return Finish(bytes, Read("utf-8", bytes), how, 1);
    }

    private static DecodedText Weigh(ReadOnlySpan<byte> bytes, List<int> utf8Faults, int sequences, string? declared)
    {
        // By chance hardly any byte string holds well-formed sequences, so a few bad ones among many are damage.
        if (utf8Faults.Count * 3 <= sequences) return Finish(bytes, Read("utf-8", bytes), declared == "utf-8" ? "declared" : "detected", 0.95);
        if (Utf16Reader.Detect(bytes) is { } wide) return Finish(bytes, wide, "detected", 0.9);
        var gb = new DoubleByteReader("gb18030").Read(bytes);
        var big5 = new DoubleByteReader("big5").Read(bytes);
        var (best, other) = gb.Score >= big5.Score ? (gb, big5) : (big5, gb);
        if (best.Score - other.Score < Margin && declared == other.Name && other.Faults.Count <= best.Faults.Count) (best, other) = (other, best);
        if (best.Score >= Convincing && (best.Score - other.Score >= Margin || declared == best.Name))
        {
            var confidence = Math.Min(0.99, 0.6 + (best.Score - other.Score));
            return Finish(bytes, best, declared == best.Name ? "declared" : "detected", Math.Max(0.5, confidence));
        }

        if (utf8Faults.Count <= sequences) return Finish(bytes, Read("utf-8", bytes), declared == "utf-8" ? "declared" : "detected", 0.6);
        if (declared is not null && AsDeclared(bytes, declared) is { } said) return Finish(bytes, said, "declared", 0.7);
        throw Unknown($"it is not UTF-8 from byte {utf8Faults[0]:N0} on, and neither GB18030 nor Big5 makes text of it");
    }

    // An encoding that no Chinese text is in can only be believed, never proved; so only a label that fits every byte is.
    private static Candidate? AsDeclared(ReadOnlySpan<byte> bytes, string declared)
    {
        if (declared is "utf-8" or "utf-16le" or "utf-16be" or "gb18030" or "big5") return null;
        var read = Read(declared, bytes);
        return read.Faults.Count == 0 && Utf16Reader.Plausible(read.Text) >= 0.99 ? read : null;
    }

    private static Candidate Read(string name, ReadOnlySpan<byte> bytes) => name switch
    {
        "utf-8" => new Candidate(name, EncodingNames.Decoder(name).GetString(bytes), Utf8Reader.Scan(bytes).Faults, 1),
        "utf-16le" or "utf-16be" => Utf16Reader.Read(name, bytes),
        "gb18030" or "big5" => new DoubleByteReader(name).Read(bytes),
        _ => Other(name, bytes),
    };

    private static Candidate Other(string name, ReadOnlySpan<byte> bytes)
    {
        var text = EncodingNames.Decoder(name).GetString(bytes);
        List<int> faults = text.Contains('\uFFFD', StringComparison.Ordinal) ? [0] : [];
        if (name == "ks_c_5601-1987") text = HangulFillers.Compose(text);
        return new Candidate(name, text, faults, 1);
    }

    private static DecodedText Finish(ReadOnlySpan<byte> bytes, Candidate read, string how, double confidence)
    {
        if (read.Text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var nul)
        {
            // Two bytes make a character of UTF-16; in all others NUL is a byte of its own, and the only one that is zero.
            var at = read.Name.StartsWith("utf-16", StringComparison.Ordinal) ? 2 * nul : bytes.IndexOf((byte)0);
            throw new RejectedInputException($"it holds NUL characters from byte {at:N0} on, so it is not a text file in {read.Name}: name its encoding with --encoding ({EncodingNames.Known})");
        }

        return new DecodedText(read.Text, new DecodedAs(read.Name, how, confidence), DamageReport.Of(bytes, read.Faults));
    }

    private static int MarkLength(ReadOnlySpan<byte> bytes, string name) => name switch
    {
        "utf-8" => bytes.StartsWith("\uFEFF"u8) ? 3 : 0,
        "utf-16le" => bytes is [0xFF, 0xFE, ..] ? 2 : 0,
        "utf-16be" => bytes is [0xFE, 0xFF, ..] ? 2 : 0,
        "gb18030" => bytes is [0x84, 0x31, 0x95, 0x33, ..] ? 4 : 0,
        _ => 0,
    };

    // Encodings that look like ASCII and are not: read as such they would be published as gibberish.
    private static string? EscapeCoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("\u001B$"u8) >= 0 || bytes.IndexOf("\u001B("u8) >= 0) return "ISO-2022";
        return bytes.IndexOf("~{"u8) is >= 0 and var open && bytes[open..].IndexOf("~}"u8) is > 2 and var close && close % 2 == 0 ? "HZ" : null;
    }

    private static RejectedInputException Unknown(string why) =>
        new($"the encoding cannot be told: {why}; name it with --encoding ({EncodingNames.Known})");
}
