namespace NewsPortal.Core.Importing.Inputs;

/// <summary>The checksum of archives (ISO 3309), which the library stores and does not compare.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var next in bytes) sum = Table[(byte)(sum ^ next)] ^ (sum >> 8);
        return ~sum;
    }

    private static uint Row(int index)
    {
        var row = (uint)index;
        for (var bit = 0; bit < 8; bit++) row = (row & 1) == 0 ? row >> 1 : 0xEDB88320 ^ (row >> 1);
        return row;
    }
}
