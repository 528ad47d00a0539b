using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>Cuts the piece of a text that shows why it was found, and marks the found words in it.</summary>
internal sealed class Snippets
{
    private readonly List<string> _terms;

    /// <summary>Prepares the words, once for many texts.</summary>
    /// <param name="terms">The words, in any case, width and script.</param>
    public Snippets(IEnumerable<string> terms) =>
        _terms = [.. terms.Select(t => new RunText(t).Text).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Marks the words in a whole text.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<TextPiece> Mark(string text) => Pieces(text, Matches(text), 0, text.Length);

    /// <summary>Cuts a piece around the densest matches and marks them.</summary>
    /// <param name="text">The text; line ends become blanks.</param>
    /// <param name="length">About how many characters.</param>
    public IReadOnlyList<TextPiece> Cut(string text, int length)
    {
        var flat = text.Replace('\n', ' ');
        var matches = Matches(flat);
        var (from, to) = Window(flat, matches, length);
        var pieces = Pieces(flat, matches, from, to);
        if (from > 0)
        {
            pieces.Insert(0, new TextPiece("…", false));
        }

        if (to < flat.Length)
        {
            pieces.Add(new TextPiece("…", false));
        }

        return pieces;
    }

    // What overlaps is one: of 敦煌, 煌地 and 地区 the reader sees 敦煌地区.
    private List<(int Start, int Length)> Matches(string original)
    {
        var text = new RunText(original);
        var found = _terms.SelectMany(text.Find).Order();
        var matches = new List<(int Start, int Length)>();
        foreach (var (start, end) in found)
        {
            if (matches.Count > 0 && matches[^1] is var last && start < last.Start + last.Length)
            {
                matches[^1] = (last.Start, Math.Max(last.Length, end - last.Start));
            }
            else
            {
                matches.Add((start, end - start));
            }
        }

        return matches;
    }

    private static (int From, int To) Window(string text, List<(int Start, int Length)> matches, int length)
    {
        if (text.Length <= length)
        {
            return (0, text.Length);
        }

        var best = 0;
        var most = -1;
        for (int first = 0, last = 0; first < matches.Count; first++)
        {
            while (last < matches.Count && matches[last].Start + matches[last].Length <= matches[first].Start + length)
            {
                last++;
            }

            if (last - first > most)
            {
                most = last - first;
                best = matches[first].Start;
            }
        }

        // Begins at the sentence that holds the first match where that is near.
        var from = Math.Max(0, best - (length / 4));
        var sentence = text.LastIndexOfAny(['。', '！', '？', ' '], Math.Max(0, best - 1), Math.Max(0, best - 1) - from + (best > 0 ? 1 : 0));
        from = sentence >= 0 ? sentence + 1 : from;
        var to = Math.Min(text.Length, from + length);
        from = from > 0 && char.IsLowSurrogate(text[from]) ? from - 1 : from;
        return (from, to < text.Length && char.IsLowSurrogate(text[to]) ? to + 1 : to);
    }

    private static List<TextPiece> Pieces(string text, List<(int Start, int Length)> matches, int from, int to)
    {
        var pieces = new List<TextPiece>();
        var at = from;
        foreach (var (start, length) in matches)
        {
            if (start < at || start + length > to)
            {
                continue;
            }

            if (start > at)
            {
                pieces.Add(new TextPiece(text[at..start], false));
            }

            pieces.Add(new TextPiece(text.Substring(start, length), true));
            at = start + length;
        }

        if (at < to)
        {
            pieces.Add(new TextPiece(text[at..to], false));
        }

        return pieces;
    }
}
