namespace NewsPortal.Core.Text;

/// <summary>
/// A folded text with exactly one space between its runs, whatever stood there: two texts have the same tokens where
/// their run texts are equal, so a phrase is found by looking for its run text. Remembers where each character came from.
/// </summary>
internal sealed class RunText
{
    private readonly List<(int Start, int End)> _origins;

    public RunText(string original)
    {
        using var folded = FoldedText.Of(original, FoldTable.Search, positions: true);
        var chars = folded.Chars;
        var text = new System.Text.StringBuilder(chars.Length + 16);
        _origins = new List<(int Start, int End)>(chars.Length + 16);
        var run = CharacterKind.Separator;
        var gap = false;
        for (var i = 0; i < chars.Length;)
        {
            var kind = CharacterKinds.At(chars, i, out var size);
            if (kind == CharacterKind.Mark) kind = run;
            if (kind != run)
            {
                gap = text.Length > 0;
                run = kind;
            }

            if (kind != CharacterKind.Separator)
            {
                if (gap) Append(text, ' ', (0, 0));
                gap = false;
                for (var k = i; k < i + size; k++) Append(text, chars[k], (folded.Starts[k], folded.Ends[k]));
            }

            i += size;
        }

        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>The places in the original where a run text stands, left to right; they do not overlap.</summary>
    public IEnumerable<(int Start, int End)> Find(string term)
    {
        var at = 0;
        while ((at = Text.IndexOf(term, at, StringComparison.Ordinal)) >= 0)
        {
            var end = at + term.Length;
            if (!CutsWord(at) && !CutsWord(end))
            {
                yield return (_origins[at].Start, _origins[end - 1].End);
                at = end;
            }
            else
            {
                at++;
            }
        }
    }

    private bool CutsWord(int at) =>
        at > 0 && at < Text.Length && Text[at] != ' ' && Text[at - 1] != ' '
        && CharacterKinds.At(Text, at, out _) != CharacterKind.Pair
        && CharacterKinds.At(Text, at - 1, out _) != CharacterKind.Pair;

    private void Append(System.Text.StringBuilder text, char c, (int, int) origin)
    {
        text.Append(c);
        _origins.Add(origin);
    }
}
