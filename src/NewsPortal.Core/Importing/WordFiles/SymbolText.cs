using System.Globalization;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>The character that a symbol of an old symbol font stands for.</summary>
internal static class SymbolText
{
    /// <summary>Stands for a symbol that no table knows.</summary>
    public const string Unknown = "□";

    // The Symbol font sets Greek letters in the places of Latin ones (Adobe Symbol encoding).
    private const string Latin = "ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz";
    private const string Greek = "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ";

    private static readonly Dictionary<int, string> Symbol = Table(
        "A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B3≥ B4× B7• B8÷ B9≠ BA≡ BB≈ BC… C5⊕ C7∩ C8∪ "
        + "CE∈ D0∠ D2® D3© D4™ D5∏ D6√ D7⋅ DE⇒ E5∑ F2∫");

    private static readonly Dictionary<int, string> Wingdings = Table(
        "21✏ 22✂ 28☎ 29✆ 2A✉ 46☞ 4A☺ 6C● 6E■ 6F□ 71❑ 72❒ 74◆ 75◆ 76❖ 77◆ 81① 82② 83③ 84④ "
        + "85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ 9F• A1○ A7▪ A8□ AB★ B2✧ D8➢ DF← E0→ E1↑ E2↓ E8➔ EF⇦ F0⇨ "
        + "FB✗ FC✓ FD☒ FE☑");

    // Two hexadecimal digits and the character.
    private static Dictionary<int, string> Table(string pairs) =>
        pairs.Split(' ').ToDictionary(pair => int.Parse(pair.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), pair => pair[2..]);

    /// <summary>Reads a <c>w:sym</c>.</summary>
    /// <param name="font">The symbol font.</param>
    /// <param name="code">The character in hexadecimal, most often in the private range F000 to F0FF.</param>
    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var point)) return Unknown;
        if (point is >= 0xF000 and <= 0xF0FF)
        {
            point -= 0xF000;
            if (font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true) return font.Length == 9 ? Wingdings.GetValueOrDefault(point, Unknown) : Unknown;
            if (!string.Equals(font, "Symbol", StringComparison.OrdinalIgnoreCase)) return point is > 0x20 and < 0x7F ? ((char)point).ToString() : Unknown;
            if (point < 0x80 && Latin.IndexOf((char)point, StringComparison.Ordinal) is >= 0 and var letter) return Greek[letter].ToString();
            return Symbol.GetValueOrDefault(point, point is > 0x20 and < 0x7F ? ((char)point).ToString() : Unknown);
        }

        return point is > 0x20 and < 0xD800 ? ((char)point).ToString() : Unknown;
    }
}
