using System.Text;

namespace NewsPortal.Core.Text;

/// <summary>
/// Spells Chinese in Latin letters, without tones, ü as v (女 nv). Characters are read after Unicode's Unihan
/// database, words with a character of several readings after <c>Tables/PolyphonicWords.txt</c>.
/// </summary>
public static class Pinyin
{
    /// <summary>Syllables and words of other scripts, as written, parted by single spaces: "5G发展" is "5G fa zhan".</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', Words(text).Select(w => w.Text));
    }

    /// <summary>
    /// The part of an address that a headline or name gets: <c>[a-z0-9-]*</c>, syllables and words joined by hyphens,
    /// accents taken off, never cut inside a syllable. Empty where nothing can be spelt (a name in kana, say).
    /// </summary>
    /// <param name="text">A headline or a name.</param>
    /// <param name="maxLength">In characters; 60 keeps addresses short enough to be shown whole.</param>
    public static string Slug(string text, int maxLength = 60)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        var slug = new StringBuilder(maxLength);
        foreach (var (word, _) in Words(text))
        {
            var spelt = Ascii.Of(word);
            if (spelt.Length == 0) continue;
            if (slug.Length == 0)
            {
                slug.Append(spelt.AsSpan(0, Math.Min(spelt.Length, maxLength)));
                continue;
            }

            if (slug.Length + 1 + spelt.Length > maxLength) break;
            slug.Append('-').Append(spelt);
        }

        return slug.ToString();
    }

    /// <summary>What people type to find a name quickly: 贵阳 is "gy", 5G发展 is "5gfz"; <c>[a-z0-9]*</c>.</summary>
    public static string Initials(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var initials = new StringBuilder();
        foreach (var (word, isHan) in Words(text))
        {
            if (isHan) initials.Append(word[0]);
            else initials.Append(Ascii.Of(word));
        }

        return initials.ToString();
    }

    private static IEnumerable<(string Text, bool IsHan)> Words(string text)
    {
        var table = PinyinTable.Instance;
        var simplified = Folding.ToSimplified(Folding.Compatibility(text));
        for (var i = 0; i < simplified.Length;)
        {
            if (table.Word(simplified, i) is { } syllables)
            {
                foreach (var syllable in syllables) yield return (syllable, true);
                i += syllables.Length;
                continue;
            }

            var start = i;
            i = WordEnd(simplified, i);
            if (i > start)
            {
                yield return (simplified[start..i], false);
                continue;
            }

            Rune.DecodeFromUtf16(simplified.AsSpan(i), out var rune, out var size);
            i += size;
            if (HanText.IsHan(rune) && table.Reading(rune.Value) is { Length: > 0 } reading) yield return (reading, true);
        }
    }

    // A word of another script ends where Han begins; kana and Hangul are words here as well.
    private static int WordEnd(string text, int start)
    {
        var i = start;
        while (i < text.Length)
        {
            var kind = CharacterKinds.At(text, i, out var size);
            var isLetter = kind switch
            {
                CharacterKind.Word => true,
                CharacterKind.Pair => !HanText.IsHan(size == 1 ? new Rune(text[i]) : new Rune(text[i], text[i + 1])),
                CharacterKind.Mark => i > start,
                _ => i > start && text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && !HanText.IsHan(text[i + 1]),
            };
            if (!isLetter) return i;
            i += size;
        }

        return i;
    }
}
