using System.Runtime.CompilerServices;
using System.Text;

namespace NewsPortal.Core.Text;

/// <summary>The tables that the generator wrote, as they lie in the assembly.</summary>
internal static class TableResource
{
    public static TableReader Binary(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TableReader(bytes);
    }

    public static StreamReader Text(string name) => new(Open(name), Encoding.UTF8);

    private static Stream Open(string name) =>
        typeof(TableResource).Assembly.GetManifestResourceStream("Text/" + name)
        ?? throw new InvalidOperationException($"The table {name} is missing from the assembly.");
}

/// <summary>Reads what <see cref="BinaryWriter"/> wrote, from memory: a stream costs more than the numbers in it.</summary>
internal sealed class TableReader(byte[] bytes)
{
    private int _at;

    /// <summary>A 7-bit varint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Number()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[_at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }

    /// <summary>Two bytes, little endian.</summary>
    public ushort Short() => (ushort)(bytes[_at++] | bytes[_at++] << 8);

    /// <summary>A length as a varint and so many bytes of UTF-8.</summary>
    public string String()
    {
        var length = Number();
        _at += length;
        return Encoding.UTF8.GetString(bytes, _at - length, length);
    }
}
