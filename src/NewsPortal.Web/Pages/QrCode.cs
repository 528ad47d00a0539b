using System.Text;

namespace NewsPortal.Web.Pages;

/// <summary>
/// A QR code (ISO/IEC 18004) in byte mode at error correction level L, versions 1 to 10: what a web address on a screen
/// needs, and no more.
/// </summary>
public sealed class QrCode
{
    // Per version at level L: error correction bytes of a block, blocks, data bytes of the first blocks.
    private static readonly (int Correction, int Blocks, int Data)[] Versions =
        [(7, 1, 19), (10, 1, 34), (15, 1, 55), (20, 1, 80), (26, 1, 108), (18, 2, 68), (20, 2, 78), (24, 2, 97), (30, 2, 116), (18, 4, 68)];

    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;
    private readonly int _version;

    private QrCode(int version)
    {
        _version = version;
        Size = 17 + (4 * version);
        _dark = new bool[Size, Size];
        _fixed = new bool[Size, Size];
    }

    /// <summary>Modules on a side, without the quiet zone.</summary>
    public int Size { get; }

    /// <summary>True where a module is dark.</summary>
    /// <param name="x">Column from the left, from 0.</param>
    /// <param name="y">Row from the top, from 0.</param>
    public bool this[int x, int y] => _dark[x, y];

    /// <summary>Makes a code.</summary>
    /// <param name="text">The text, written as UTF-8.</param>
    /// <returns>Null where the text is longer than 271 bytes.</returns>
    public static QrCode? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = 1 + Array.FindIndex(Versions, v => Capacity(v) >= bytes.Length + 2 + (v == Versions[^1] ? 1 : 0));
        if (version == 0)
        {
            return null;
        }

        var code = new QrCode(version);
        code.DrawPatterns();
        code.DrawData(Interleaved(version, Words(version, bytes)));
        code.Mask();
        return code;
    }

    /// <summary>The dark modules as an SVG path, one module a unit.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var from = x;
                while (x < Size && _dark[x, y])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append($"M{from} {y}h{x - from}v1H{from}z");
                }
            }
        }

        return path.ToString();
    }

    // Version 10 has two blocks of 68 and two of 69.
    private static int DataOf(int version, int block) => Versions[version - 1].Data + (version == 10 && block >= 2 ? 1 : 0);

    private static int Capacity((int Correction, int Blocks, int Data) v) => (v.Blocks * v.Data) + (v == Versions[^1] ? 2 : 0);

    // Mode, length, bytes, terminator, then padding to the version's capacity.
    private static byte[] Words(int version, byte[] bytes)
    {
        var bits = new List<bool>();
        Append(bits, 0b0100, 4);
        Append(bits, bytes.Length, version < 10 ? 8 : 16);
        foreach (var b in bytes)
        {
            Append(bits, b, 8);
        }

        var words = new byte[Capacity(Versions[version - 1])];
        for (var i = 0; i < bits.Count; i++)
        {
            words[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        }

        // The terminator's four zero bits end on a whole byte here: mode and length take four bits and whole bytes.
        for (int i = (bits.Count + 4) / 8, pad = 0xEC; i < words.Length; i++, pad ^= 0xEC ^ 0x11)
        {
            words[i] = (byte)pad;
        }

        return words;
    }

    private static void Append(List<bool> bits, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            bits.Add((value >> i & 1) == 1);
        }
    }

    private static List<byte> Interleaved(int version, byte[] words)
    {
        var (correction, blocks, _) = Versions[version - 1];
        var data = new List<byte[]>();
        for (int b = 0, at = 0; b < blocks; at += DataOf(version, b++))
        {
            data.Add(words[at..(at + DataOf(version, b))]);
        }

        var corrections = data.ConvertAll(d => ReedSolomon.Remainder(d, correction));
        var all = new List<byte>();
        for (var i = 0; i < DataOf(version, blocks - 1); i++)
        {
            all.AddRange(data.Where(d => i < d.Length).Select(d => d[i]));
        }

        for (var i = 0; i < correction; i++)
        {
            all.AddRange(corrections.Select(c => c[i]));
        }

        return all;
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        foreach (var (x, y) in new[] { (3, 3), (Size - 4, 3), (3, Size - 4) })
        {
            DrawRings(x, y, 4);
        }

        if (_version > 1)
        {
            var last = Size - 7;
            int[] places = _version < 7 ? [6, last] : [6, (6 + last) / 2, last];
            foreach (var (x, y) in places.SelectMany(x => places.Select(y => (x, y))))
            {
                if (!((x == 6 && y == 6) || (x == 6 && y == last) || (x == last && y == 6)))
                {
                    DrawRings(x, y, 2);
                }
            }
        }

        DrawFormat(0);
        DrawVersion();
    }

    // A finder (with its light border) or an alignment pattern: rings around a dark middle.
    private void DrawRings(int middleX, int middleY, int reach)
    {
        for (var dy = -reach; dy <= reach; dy++)
        {
            for (var dx = -reach; dx <= reach; dx++)
            {
                var (x, y, ring) = (middleX + dx, middleY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)));
                if (x >= 0 && y >= 0 && x < Size && y < Size)
                {
                    Set(x, y, reach == 2 ? ring != 1 : ring is not (2 or 4));
                }
            }
        }
    }

    // Level L is 01; the ten check bits are a BCH code, the whole is masked so that it is never all light.
    private void DrawFormat(int mask)
    {
        var data = 0b01 << 3 | mask;
        var bits = (data << 10 | Check(data, 10, 0x537)) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = (bits >> i & 1) == 1;
            Set(8, i < 6 ? i : i < 8 ? i + 1 : Size - 15 + i, dark);
            Set(i < 8 ? Size - 1 - i : i == 8 ? 7 : 14 - i, 8, dark);
        }

        Set(8, Size - 8, true);
    }

    private void DrawVersion()
    {
        if (_version < 7)
        {
            return;
        }

        var bits = _version << 12 | Check(_version, 12, 0x1F25);
        for (var i = 0; i < 18; i++)
        {
            Set(Size - 11 + (i % 3), i / 3, (bits >> i & 1) == 1);
            Set(i / 3, Size - 11 + (i % 3), (bits >> i & 1) == 1);
        }
    }

    private static int Check(int data, int length, int generator)
    {
        var rest = data;
        for (var i = 0; i < length; i++)
        {
            rest = rest << 1 ^ (rest >> (length - 1) & 1) * generator;
        }

        return rest;
    }

    // Two columns at a time from the right, up and down in turn, around the vertical timing pattern.
    private void DrawData(List<byte> words)
    {
        var bit = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            right -= right == 6 ? 1 : 0;
            for (var step = 0; step < Size; step++)
            {
                var y = (right + 1 & 2) == 0 ? Size - 1 - step : step;
                for (var x = right; x > right - 2; x--)
                {
                    if (!_fixed[x, y])
                    {
                        _dark[x, y] = bit < words.Count * 8 && (words[bit / 8] >> (7 - (bit % 8)) & 1) == 1;
                        bit++;
                    }
                }
            }
        }
    }

    // Any mask is valid; the one with the fewest modules that equal their neighbours is the easiest to read.
    private void Mask()
    {
        var best = Enumerable.Range(0, 8).MinBy(mask =>
        {
            Invert(mask);
            var equal = 0;
            for (var y = 1; y < Size; y++)
            {
                for (var x = 1; x < Size; x++)
                {
                    equal += (_dark[x, y] == _dark[x - 1, y] ? 1 : 0) + (_dark[x, y] == _dark[x, y - 1] ? 1 : 0);
                }
            }

            Invert(mask);
            return equal;
        });
        Invert(best);
        DrawFormat(best);
    }

    private void Invert(int mask)
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                _dark[x, y] ^= !_fixed[x, y] && mask switch
                {
                    0 => (x + y) % 2 == 0,
                    1 => y % 2 == 0,
                    2 => x % 3 == 0,
                    3 => (x + y) % 3 == 0,
                    4 => ((x / 3) + (y / 2)) % 2 == 0,
                    5 => (x * y % 2) + (x * y % 3) == 0,
                    6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
                    _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
                };
            }
        }
    }

    private void Set(int x, int y, bool dark) => (_dark[x, y], _fixed[x, y]) = (dark, true);
}
