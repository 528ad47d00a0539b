using System.Buffers;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>How much one text speaks for a query: which tokens it holds, how often, how near each other, how long in one piece.</summary>
internal static class TextEvidence
{
    // Saturation and length of BM25; the others weigh what BM25 does not see. Measured in docs/decisions/0008-search.md.
    private const double Saturation = 1.8;
    private const double LengthShare = 0.6;
    private const double UsualLength = 700;
    private const double HeadlineShare = 0.3;
    private const double CharacterShare = 1;
    private const double NearnessShare = 0.5;
    private const int NearCharacters = 30;
    private const double PieceShare = 0.15;

    /// <summary>Weighs an article; about 0 to 5.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="headline">The headline.</param>
    /// <param name="text">The text, or the first of it.</param>
    public static double Of(QueryWeights query, string headline, string text)
    {
        if (query.Tokens.Count == 0)
        {
            return 0;
        }

        var walk = new Walk(query);
        walk.Read(headline, isHeadline: true);
        walk.Read(text, isHeadline: false);
        return walk.Score();
    }

    private sealed class Walk(QueryWeights query)
    {
        private readonly int[] _counts = new int[query.Tokens.Count];
        private readonly bool[] _inHeadline = new bool[query.Tokens.Count];
        private readonly int[] _longestEnding = new int[query.Tokens.Count];
        private readonly List<(int At, int Place)> _found = [];
        private readonly SearchValues<char> _starts = query.Starts;
        private readonly HashSet<string> _characters = new(StringComparer.Ordinal);
        private int _length;

        public void Read(string original, bool isHeadline)
        {
            using var folded = FoldedText.Of(original, FoldTable.Search);
            var places = query.Places;
            var characters = _characters.GetAlternateLookup<ReadOnlySpan<char>>();
            var (before, run) = (-2, 0);
            foreach (var token in new TokenEnumerator(folded.Chars))
            {
                _length++;
                if (!_starts.Contains(token[0]))
                {
                    (before, run) = (-2, 0);
                    continue;
                }

                AddCharacter(characters, token);
                if (!places.TryGetValue(token, out var place))
                {
                    (before, run) = (-2, 0);
                    continue;
                }

                run = place == before + 1 ? run + 1 : 1;
                before = place;
                _longestEnding[place] = Math.Max(_longestEnding[place], run);
                _counts[place]++;
                _inHeadline[place] |= isHeadline;
                _found.Add((_length, place));
            }
        }

        public double Score() =>
            ((Repetition() + (HeadlineShare * Sum(_inHeadline)) + (NearnessShare * Nearness()) + (PieceShare * Pieces())) / query.Total)
            + (query.CharacterTotal > 0 ? CharacterShare * _characters.Sum(c => query.Characters[c]) / query.CharacterTotal : 0);

        // A query's character is the first of some token of it, or the last of all.
        private void AddCharacter(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> found, ReadOnlySpan<char> token)
        {
            var character = char.IsHighSurrogate(token[0]) && token.Length > 1 ? token[..2] : token[..1];
            if (query.HoldsCharacter(character))
            {
                found.Add(character);
            }
        }

        private double Repetition()
        {
            var sum = 0.0;
            var length = Saturation * (1 - LengthShare + (LengthShare * _length / UsualLength));
            for (var place = 0; place < _counts.Length; place++)
            {
                sum += _counts[place] == 0 ? 0 : query[place] * _counts[place] * (Saturation + 1) / (_counts[place] + length);
            }

            return sum;
        }

        private double Sum(bool[] held)
        {
            var sum = 0.0;
            for (var place = 0; place < held.Length; place++)
            {
                sum += held[place] ? query[place] : 0;
            }

            return sum;
        }

        // The most weight that stands within a few words of text.
        private double Nearness()
        {
            var inside = new int[_counts.Length];
            var (best, sum) = (0.0, 0.0);
            for (int first = 0, last = 0; last < _found.Count; last++)
            {
                sum += inside[_found[last].Place]++ == 0 ? query[_found[last].Place] : 0;
                for (; _found[last].At - _found[first].At > NearCharacters; first++)
                {
                    sum -= --inside[_found[first].Place] == 0 ? query[_found[first].Place] : 0;
                }

                best = Math.Max(best, sum);
            }

            return best;
        }

        // Long pieces of the query that stand in the text as typed, longest first from the end.
        private double Pieces()
        {
            var sum = 0.0;
            for (var place = _longestEnding.Length - 1; place >= 0;)
            {
                var length = Math.Max(1, _longestEnding[place]);
                if (length > 1)
                {
                    var weight = 0.0;
                    for (var i = place - length + 1; i <= place; i++)
                    {
                        weight += query[i];
                    }

                    sum += Math.Log(2 + length) * weight;
                }

                place -= length;
            }

            return sum;
        }
    }
}
