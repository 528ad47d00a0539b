using System.Globalization;
using System.Text;

namespace NewsPortal.Core.Documents;

/// <summary>The name under which readers save a document: what its author called it, without what would harm or mislead.</summary>
public static class DocumentName
{
    // Readers' disks, and that of a static site, take 255 bytes; some of them is left for what a browser adds.
    private const int MostBytes = 230;
    private const int MostCharacters = 200;
    private const int LongestEnding = 10;

    /// <summary>Cleans a name: no path, no control, invisible or turning characters, none that a disk refuses.</summary>
    /// <param name="sent">What the browser called it.</param>
    /// <returns>Never empty.</returns>
    public static string Clean(string? sent)
    {
        var last = (sent ?? string.Empty).Split('/', '\\')[^1];
        var text = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune == Rune.ReplacementChar)
            {
                continue;
            }

            text.Append(category == UnicodeCategory.SpaceSeparator ? " " : rune.Value is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? "_" : rune.ToString());
        }

        var name = text.ToString().Trim(' ', '.');
        var ending = Path.GetExtension(name);
        ending = ending.Length is > 1 and <= LongestEnding ? ending : string.Empty;
        var stem = Cut(name[..^ending.Length].Trim(' ', '.'), MostCharacters - ending.Length, MostBytes - Encoding.UTF8.GetByteCount(ending));
        return (stem.Length == 0 ? "document" : stem) + ending;
    }

    private static string Cut(string stem, int characters, int bytes)
    {
        var (length, size) = (0, 0);
        foreach (var rune in stem.EnumerateRunes())
        {
            if (length + rune.Utf16SequenceLength > characters || size + rune.Utf8SequenceLength > bytes)
            {
                break;
            }

            (length, size) = (length + rune.Utf16SequenceLength, size + rune.Utf8SequenceLength);
        }

        return stem[..length].TrimEnd(' ', '.');
    }
}
