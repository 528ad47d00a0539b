using System.Buffers.Binary;
using System.Text;

namespace NewsPortal.Tests.Media;

/// <summary>Takes a picture file apart, to see that nothing is in it but a picture.</summary>
internal static class FileParts
{
    /// <summary>Fails where a JPEG or PNG holds a part that pixels do not need, or a byte behind its end.</summary>
    public static void AssertBare(byte[] bytes, string name = "")
    {
        if (bytes[0] == 0xff)
        {
            Assert.True(Jpeg(bytes).All(m => m is 0xe0 or 0xdb or 0xc0 or 0xc2 or 0xc4 or 0xda or 0xd9), $"{name}: {string.Join(' ', Jpeg(bytes).Select(m => m.ToString("x2", null)))}");
        }
        else
        {
            Assert.True(Png(bytes).All(c => c is "IHDR" or "pHYs" or "IDAT" or "IEND"), $"{name}: {string.Join(' ', Png(bytes))}");
        }
    }

    private static List<int> Jpeg(byte[] b)
    {
        var markers = new List<int>();
        Assert.Equal(0xd8, b[1]);
        for (var at = 2; ;)
        {
            Assert.Equal(0xff, b[at]);
            var marker = b[at + 1];
            markers.Add(marker);
            if (marker == 0xd9)
            {
                Assert.Equal(b.Length, at + 2);
                return markers;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(b.AsSpan(at + 2));
            if (marker == 0xe0)
            {
                Assert.Equal(16, length);
            }

            at += 2 + length;
            while (marker == 0xda && (b[at] != 0xff || b[at + 1] == 0))
            {
                at++;
            }
        }
    }

    private static List<string> Png(byte[] b)
    {
        var chunks = new List<string>();
        for (var at = 8; ; at += 12 + (int)BinaryPrimitives.ReadUInt32BigEndian(b.AsSpan(at)))
        {
            chunks.Add(Encoding.ASCII.GetString(b, at + 4, 4));
            if (chunks[^1] == "IEND")
            {
                Assert.Equal(b.Length, at + 12);
                return chunks;
            }
        }
    }
}
