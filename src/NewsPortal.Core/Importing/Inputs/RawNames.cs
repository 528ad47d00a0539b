using System.Text;
using NewsPortal.Core.Importing.Encodings;

namespace NewsPortal.Core.Importing.Inputs;

/// <summary>
/// Carries the names of an archive that do not say in which encoding they are through the zip library byte by byte, so that
/// they can be told from those that say UTF-8, and decoded afterwards: Chinese tools on Windows write GBK.
/// </summary>
internal sealed class RawNames : Encoding
{
    // Private-use characters, which no name holds: the byte 80 to FF becomes U+F780 to U+F7FF.
    private const char Mark = '\uF700';

    /// <summary>The names that came through, all of an archive decoded alike: one name alone can mean different things in UTF-8 and GBK.</summary>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> names)
    {
        var raw = names.Where(name => name.Any(IsMarked)).ToList();
        if (raw.Count == 0) return names;
        var decoder = EncodingNames.Decoder(IsUtf8(raw) ? "utf-8" : "gb18030");
        return [.. names.Select(name => name.Any(IsMarked) ? decoder.GetString(Bytes(name)) : name)];
    }

    // Some pairs of GBK are letters of Europe in UTF-8 as well (图 is ͼ). Letters stand in words, beside letters of ASCII.
    private static bool IsUtf8(List<string> raw)
    {
        var bytes = Bytes(string.Join('\n', raw));
        if (Utf8Reader.Scan(bytes).Faults.Count > 0) return false;
        return UTF8.GetString(bytes).Any(c => c >= '\u0800') || raw.Exists(name => name.Zip(name.Skip(1)).Any(pair => char.IsAsciiLetter(pair.First) && IsMarked(pair.Second)));
    }

    private static byte[] Bytes(string name) => [.. name.Select(c => IsMarked(c) ? (byte)(c - Mark) : (byte)c)];

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++) chars[charIndex + i] = bytes[byteIndex + i] is var b && b < 0x80 ? (char)b : (char)(Mark + b);
        return byteCount;
    }

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++) bytes[byteIndex + i] = (byte)chars[charIndex + i];
        return charCount;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetMaxByteCount(int charCount) => charCount;

    private static bool IsMarked(char c) => c is >= '\uF780' and <= '\uF7FF';
}
