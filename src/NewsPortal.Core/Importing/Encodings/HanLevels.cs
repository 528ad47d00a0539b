using System.Collections;
using System.Text;

namespace NewsPortal.Core.Importing.Encodings;

/// <summary>Which Han characters the first levels of GB 2312 (3,755) and Big5 (5,401) hold: those in daily use.</summary>
internal static class HanLevels
{
    private static readonly BitArray First = new(0x10000);
    private static readonly BitArray Second = new(0x10000);

    static HanLevels()
    {
        var gb = EncodingNames.Decoder("gb18030");
        var big5 = EncodingNames.Decoder("big5");
        Fill(First, gb, 0xB0, 0xD7);
        Fill(Second, gb, 0xD8, 0xF7);
        Fill(First, big5, 0xA4, 0xC6);
        Fill(Second, big5, 0xC9, 0xF9);
    }

    public static bool IsFirst(char c) => First[c];

    public static bool IsSecond(char c) => Second[c];

    private static void Fill(BitArray level, Encoding encoding, byte from, byte to)
    {
        Span<byte> pair = stackalloc byte[2];
        for (int lead = from; lead <= to; lead++)
        {
            for (var trail = encoding.CodePage == 950 ? 0x40 : 0xA1; trail <= 0xFE; trail++)
            {
                pair[0] = (byte)lead;
                pair[1] = (byte)trail;
                if (encoding.GetString(pair) is [var c] && c is >= '\u4E00' and <= '\u9FA5') level[c] = true;
            }
        }
    }
}
