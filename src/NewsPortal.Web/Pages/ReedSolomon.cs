namespace NewsPortal.Web.Pages;

/// <summary>Error correction bytes of a QR code: Reed–Solomon over the field of 256 with polynomial 0x11D.</summary>
public static class ReedSolomon
{
    /// <summary>The correction bytes of a block.</summary>
    /// <param name="data">The block.</param>
    /// <param name="length">How many bytes.</param>
    public static byte[] Remainder(IReadOnlyList<byte> data, int length)
    {
        ArgumentNullException.ThrowIfNull(data);
        var divisor = Divisor(length);
        var rest = new byte[length];
        foreach (var b in data)
        {
            var factor = (byte)(b ^ rest[0]);
            Array.Copy(rest, 1, rest, 0, length - 1);
            rest[^1] = 0;
            for (var i = 0; i < length; i++)
            {
                rest[i] ^= Product(divisor[i], factor);
            }
        }

        return rest;
    }

    // The product of (x - 2^i), the leading 1 left out.
    private static byte[] Divisor(int length)
    {
        var divisor = new byte[length];
        divisor[^1] = 1;
        byte root = 1;
        for (var i = 0; i < length; i++, root = Product(root, 2))
        {
            for (var j = 0; j < length; j++)
            {
                divisor[j] = (byte)(Product(divisor[j], root) ^ (j + 1 < length ? divisor[j + 1] : 0));
            }
        }

        return divisor;
    }

    private static byte Product(byte a, byte b)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
        {
            product = product << 1 ^ (product >> 7) * 0x11D;
            product ^= (b >> i & 1) * a;
        }

        return (byte)product;
    }
}
