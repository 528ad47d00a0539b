using System.Text;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>
/// Reads bytes as GB18030 or Big5 so that a damaged byte costs no more than itself: after one, the reading goes on where
/// the following bytes look most like text, instead of pairing every byte with its wrong neighbour up to the line's end.
/// </summary>
internal sealed class DoubleByteReader(string name)
{
    // Characters that are looked at to decide where a text goes on after a damaged byte.
    private const int LookAhead = 16;

    private readonly bool gb = name == "gb18030";
    private readonly Encoding encoding = EncodingNames.Decoder(name);

    public Candidate Read(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var faults = new List<int>();
        var start = 0;
        var at = 0;
        while (at < bytes.Length)
        {
            var length = LengthAt(bytes, at);
            if (length > 0)
            {
                at += length;
                continue;
            }

            Flush(bytes[start..at], start);
            for (var skip = SkipAfterFault(bytes, at); skip > 0; skip--) Fault(at++);
            start = at;
        }

        Flush(bytes[start..], start);
        return new Candidate(name, text.ToString(), faults, TextScore.Of(text.ToString(), faults.Count));

        void Fault(int offset)
        {
            faults.Add(offset);
            text.Append('\uFFFD');
        }

        void Flush(ReadOnlySpan<byte> run, int offset)
        {
            var decoded = encoding.GetString(run);
            text.Append(decoded);

            // Pairs that are well formed but stand for no character.
            for (var i = decoded.IndexOf('\uFFFD', StringComparison.Ordinal); i >= 0; i = decoded.IndexOf('\uFFFD', i + 1))
                faults.Add(offset + encoding.GetByteCount(decoded.AsSpan(0, i)));
        }
    }

    /// <summary>Bytes of the character at an offset; 0 where none can begin there.</summary>
    private int LengthAt(ReadOnlySpan<byte> bytes, int at)
    {
        var lead = bytes[at];
        if (lead < 0x80) return 1;
        if (lead is 0x80 or 0xFF || at + 1 >= bytes.Length) return 0;
        var trail = bytes[at + 1];
        if (trail is >= 0x40 and not 0x7F and not 0xFF && (gb || trail is not (>= 0x80 and <= 0xA0))) return 2;
        return gb && trail is >= 0x30 and <= 0x39 && at + 3 < bytes.Length
            && bytes[at + 2] is >= 0x81 and <= 0xFE && bytes[at + 3] is >= 0x30 and <= 0x39 ? 4 : 0;
    }

    private int SkipAfterFault(ReadOnlySpan<byte> bytes, int at)
    {
        var best = 1;
        var bestScore = double.MinValue;
        for (var skip = 1; skip <= 3 && at + skip <= bytes.Length; skip++)
        {
            if (skip > 1 && bytes[at + skip - 1] < 0x80) break;
            var found = ScoreFrom(bytes, at + skip) - (0.5 * skip);
            if (found <= bestScore) continue;
            best = skip;
            bestScore = found;
        }

        return best;
    }

    private double ScoreFrom(ReadOnlySpan<byte> bytes, int at)
    {
        var start = at;
        for (var count = 0; count < LookAhead && at < bytes.Length && bytes[at] >= 0x80; count++)
        {
            var length = LengthAt(bytes, at);
            if (length == 0) break;
            at += length;
        }

        var decoded = encoding.GetString(bytes[start..at]);
        return decoded.Sum(TextScore.OfCharacter);
    }
}
