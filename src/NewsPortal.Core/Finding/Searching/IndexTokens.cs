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
    public static string Character(string character, bool headline) => MarkOf(headline) + character;

    /// <summary>What stands before such a character.</summary>
    public static char MarkOf(bool headline) => headline ? HeadlineMark : CharacterMark;

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

    /// <summary>The tokens of a text for the index, without the last characters of runs: no phrase needs them, and they were an eighth of it.</summary>
    /// <param name="text">The text.</param>
    public static List<string> Text(string text)
    {
        var tokens = new List<string>(text.Length);
        using var folded = FoldedText.Of(text, FoldTable.Search);
        for (var walk = new TokenEnumerator(folded.Chars); walk.MoveNext();)
        {
            if (walk.Kind != TokenKind.Tail)
            {
                tokens.Add(TokenStrings.Of(walk.Current));
            }
        }

        return tokens;
    }

    /// <summary>
    /// What a term asks the index for. A character that stands alone at either end of it may be in the middle of a run of
    /// the text (阳，今天 in 贵阳，今天), so it is asked for by itself.
    /// </summary>
    /// <param name="term">As typed.</param>
    public static (List<string> Phrase, List<string> Characters) Asked(string term)
    {
        var phrase = new List<string>(term.Length);
        var characters = new List<string>();
        using var folded = FoldedText.Of(term, FoldTable.Search);
        var last = TokenKind.Word;
        for (var walk = new TokenEnumerator(folded.Chars); walk.MoveNext();)
        {
            if (walk.Kind == TokenKind.Single && phrase.Count == 0 && characters.Count == 0)
            {
                characters.Add(walk.Current.ToString());
                last = TokenKind.Word;
            }
            else if (walk.Kind != TokenKind.Tail)
            {
                phrase.Add(walk.Current.ToString());
                last = walk.Kind;
            }
        }

        if (last == TokenKind.Single)
        {
            characters.Add(phrase[^1]);
            phrase.RemoveAt(phrase.Count - 1);
        }

        return (phrase, [.. characters.Select(c => CharacterKinds.At(c, 0, out var size) == CharacterKind.Pair ? c[..size] : c).Distinct()]);
    }

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
