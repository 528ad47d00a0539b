using System.Buffers;
using System.Text;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>Reads bytes as UTF-8, one U+FFFD for each maximal subpart of an ill-formed sequence (Unicode, section 3.9).</summary>
internal static class Utf8Reader
{
    /// <summary>The offsets of ill-formed sequences, and how many well-formed ones of several bytes there are.</summary>
    public static (List<int> Faults, int Sequences) Scan(ReadOnlySpan<byte> bytes)
    {
        var faults = new List<int>();
        var sequences = 0;
        var at = 0;
        while (at < bytes.Length)
        {
            var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) break;
            at += ascii;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done) sequences++;
            else faults.Add(at);
            at += length;
        }

        return (faults, sequences);
    }
}
