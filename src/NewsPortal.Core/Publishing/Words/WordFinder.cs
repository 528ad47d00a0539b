using System.Buffers;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Publishing.Words;

/// <summary>Finds the words of a list in a text: one pass over the text, however long the list is.</summary>
/// <remarks>Of words that begin at the same place the longest counts. A word that stands there as part of its own right form is none.</remarks>
public sealed class WordFinder
{
    private const int Around = 12;

    private readonly SearchValues<string> _any;
    private readonly Dictionary<char, WrongWord[]> _byFirst;

    /// <summary>Prepares a list.</summary>
    /// <param name="words">The list.</param>
    public WordFinder(IEnumerable<WrongWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var usable = words.Where(w => w.Wrong.Length > 0).ToList();
        _any = SearchValues.Create([.. usable.Select(w => w.Wrong)], StringComparison.Ordinal);
        _byFirst = usable.GroupBy(w => w.Wrong[0]).ToDictionary(w => w.Key, w => w.OrderByDescending(x => x.Wrong.Length).ToArray());
    }

    /// <summary>There is no word to find.</summary>
    public bool IsEmpty => _byFirst.Count == 0;

    /// <summary>Where words stand in a text, in its order; none overlaps another.</summary>
    /// <param name="text">The text.</param>
    public IEnumerable<(int At, WrongWord Word)> Places(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsEmpty ? [] : Found(text);
    }

    /// <summary>What stands in some texts, each word once.</summary>
    /// <param name="texts">The texts.</param>
    public IReadOnlyList<WordHit> Hits(IEnumerable<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var hits = new Dictionary<string, WordHit>(StringComparer.Ordinal);
        foreach (var text in texts.OfType<string>())
        {
            foreach (var (at, word) in Places(text))
            {
                hits[word.Wrong] = hits.TryGetValue(word.Wrong, out var hit)
                    ? hit with { Count = hit.Count + 1 }
                    : new WordHit(word.Wrong, word.Right, word.Reason, 1, Line(text, Math.Max(0, at - Around), at), Line(text, at + word.Wrong.Length, Math.Min(text.Length, at + word.Wrong.Length + Around)));
            }
        }

        return [.. hits.Values];
    }

    /// <summary>A text with one word put right everywhere.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wrong">The word; one without a right form is left.</param>
    public string Replace(string text, string wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(wrong);
        var places = Places(text).Where(p => p.Word.Wrong == wrong && p.Word.Right.Length > 0).ToList();
        for (var i = places.Count - 1; i >= 0; i--)
        {
            text = string.Concat(text.AsSpan(0, places[i].At), places[i].Word.Right, text.AsSpan(places[i].At + wrong.Length));
        }

        return text;
    }

    private IEnumerable<(int At, WrongWord Word)> Found(string text)
    {
        for (var at = Next(text, 0); at >= 0;)
        {
            var word = Array.Find(_byFirst[text[at]], w => string.CompareOrdinal(text, at, w.Wrong, 0, w.Wrong.Length) == 0)!;
            var isRight = IsRight(text, at, word);
            if (!isRight)
            {
                yield return (at, word);
            }

            at = Next(text, isRight ? at + 1 : at + word.Wrong.Length);
        }
    }

    private int Next(string text, int from)
    {
        var at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(_any);
        return at < 0 ? -1 : from + at;
    }

    private static bool IsRight(string text, int at, WrongWord word)
    {
        for (var inside = word.Right.IndexOf(word.Wrong, StringComparison.Ordinal); inside >= 0; inside = word.Right.IndexOf(word.Wrong, inside + 1, StringComparison.Ordinal))
        {
            if (at >= inside && string.CompareOrdinal(text, at - inside, word.Right, 0, word.Right.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string Line(string text, int from, int to) => text[from..to].ReplaceLineEndings(" ");
}
