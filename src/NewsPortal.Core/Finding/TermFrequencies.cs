using System.Runtime.InteropServices;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>How often each term stands in an article: a pair of Han characters, a Latin word, or two neighbours of which one is a Latin word or a number.</summary>
public sealed class TermFrequencies
{
    private readonly Dictionary<int, TermUse> _terms = [];

    private TermFrequencies()
    {
    }

    /// <summary>The terms by their numbers (<see cref="TermId"/>).</summary>
    internal IReadOnlyDictionary<int, TermUse> Terms => _terms;

    /// <summary>Counts an article's terms.</summary>
    /// <param name="headline">Its headline.</param>
    /// <param name="text">Its plain text.</param>
    public static TermFrequencies Of(string headline, string text)
    {
        ArgumentNullException.ThrowIfNull(headline);
        ArgumentNullException.ThrowIfNull(text);
        var frequencies = new TermFrequencies();
        frequencies.Add(headline, inHeadline: true);
        frequencies.Add(text, inHeadline: false);
        return frequencies;
    }

    private void Add(string text, bool inHeadline)
    {
        using var folded = FoldedText.Of(text, FoldTable.Search);
        var chars = folded.Chars;
        var last = default(ReadOnlySpan<char>);
        var lastKind = TokenKind.Pair;
        for (var walk = new TokenEnumerator(chars); walk.MoveNext();)
        {
            var token = walk.Current;
            if (walk.Kind == TokenKind.Word)
            {
                AddWord(token, last, lastKind, chars, inHeadline);
            }
            else
            {
                if (walk.Kind == TokenKind.Pair)
                {
                    Count(TermId.Of(token), false, inHeadline);
                }

                if (lastKind == TokenKind.Word && last.Length is 1 or 2 && Touch(chars, last, token))
                {
                    Count(TermId.Of(last, token[..1]), false, inHeadline);
                }
            }

            last = token;
            lastKind = walk.Kind;
        }
    }

    private void AddWord(ReadOnlySpan<char> word, ReadOnlySpan<char> last, TokenKind lastKind, ReadOnlySpan<char> text, bool inHeadline)
    {
        if (word.Length > 1)
        {
            Count(TermId.Of(word), true, inHeadline);
        }

        // Names of products and people are two words more often than one, and far rarer than either; 双11 is one as well.
        if (lastKind == TokenKind.Word)
        {
            Count(TermId.Of(last, word), true, inHeadline);
        }
        else if (lastKind is TokenKind.Tail or TokenKind.Single && Touch(text, last, word))
        {
            Count(TermId.Of(last, word), false, inHeadline);
        }
    }

    private static bool Touch(ReadOnlySpan<char> text, ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        text.Overlaps(first, out var at) && text.Overlaps(second, out var next) && at + first.Length == next;

    private void Count(int term, bool isWord, bool inHeadline)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out _);
        use = inHeadline ? new TermUse(use.InHeadline + 1, use.InText, isWord) : new TermUse(use.InHeadline, use.InText + 1, isWord);
    }
}

/// <summary>Where a term stands in an article.</summary>
/// <param name="InHeadline">How often in the headline.</param>
/// <param name="InText">How often in the text.</param>
/// <param name="IsWord">True for Latin words, false for a pair of Han characters.</param>
internal readonly record struct TermUse(int InHeadline, int InText, bool IsWord);
