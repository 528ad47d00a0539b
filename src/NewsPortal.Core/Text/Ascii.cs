using System.Text;

namespace NewsPortal.Core.Text;

/// <summary>Latin words in <c>[a-z0-9]</c>: lower case, accents off, letters without a decomposition spelt out.</summary>
internal static class Ascii
{
    public static string Of(string word)
    {
        var ascii = new StringBuilder(word.Length);
        var parts = new List<long>();
        foreach (var rune in word.EnumerateRunes())
        {
            parts.Clear();
            FoldTable.Search.Decompose(rune.Value, parts);
            // The accents are among the parts and fall away, being neither letters nor digits of ASCII.
            foreach (var part in parts) Append(ascii, (int)(part & Composition.CodePointMask));
        }

        return ascii.ToString();
    }

    private static void Append(StringBuilder ascii, int codePoint)
    {
        if (codePoint < 0x80 && char.IsAsciiLetterOrDigit((char)codePoint)) ascii.Append((char)codePoint);
        else ascii.Append(codePoint switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ł' => "l",
            'ı' => "i",
            _ => "",
        });
    }
}
