using System.Globalization;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>
/// Tokens of the index that are not text: each begins with a character of the private use area, which the splitter never
/// lets through, so that no word that anyone types can meet them.
/// </summary>
internal static class IndexTokens
{
    private const char PinyinMark = '\uE001';
    private const char SectionMark = '\uE002';
    private const char SourceMark = '\uE003';
    private const char HeadlineMark = '\uE004';
    private const char CharacterMark = '\uE005';

    /// <summary>A syllable of the headline.</summary>
    public static string Syllable(string syllable) => PinyinMark + syllable;

    /// <summary>The article's section.</summary>
    public static string Section(int id) => SectionMark + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The article's source.</summary>
    public static string Source(int id) => SourceMark + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A character that stands anywhere in the article, or in its headline.</summary>
    public static string Character(string character, bool headline) => (headline ? HeadlineMark : CharacterMark) + character;

    /// <summary>Whatever an article can be filtered by.</summary>
    /// <param name="sectionId">Its section.</param>
    /// <param name="sourceId">Its source.</param>
    public static IEnumerable<string> Facets(int sectionId, int? sourceId)
    {
        yield return Section(sectionId);
        if (sourceId is { } source)
        {
            yield return Source(source);
        }
    }

    /// <summary>The syllables of a headline, as they are typed: without tones.</summary>
    /// <param name="headline">The headline.</param>
    public static IEnumerable<string> Syllables(string headline) =>
        Pinyin.Of(headline).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(s => s.All(char.IsAsciiLetterLower)).Select(Syllable);

    /// <summary>The distinct Han characters, kana and syllables of a folded text; what a query of one character looks for.</summary>
    /// <param name="text">Not folded yet.</param>
    /// <param name="headline">It is the headline.</param>
    /// <param name="found">Where they go.</param>
    public static void AddCharacters(string text, bool headline, HashSet<string> found)
    {
        var folded = Folding.ForSearch(text);
        for (var i = 0; i < folded.Length;)
        {
            if (CharacterKinds.At(folded, i, out var size) == CharacterKind.Pair)
            {
                found.Add(Character(folded.Substring(i, size), headline));
            }

            i += size;
        }
    }
}
