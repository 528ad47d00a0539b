namespace NewsPortal.Core.Text;

/// <summary>
/// One line, read for the sake of its marks. Every decision looks at the line with all seven marks narrowed, so that
/// restoring one mark never changes what is decided about another, and a second run changes nothing.
/// </summary>
internal readonly ref struct MarkedLine
{
    // How far numbers and units are skipped in search of the word they belong to.
    private const int Reach = 40;

    private readonly ReadOnlySpan<char> _line;
    private readonly Place[] _places;

    public MarkedLine(ReadOnlySpan<char> line)
    {
        _line = line;
        _places = new Place[line.Length];
        PairBrackets();
        ReadSides();
        DecideBrackets();
        // A full-width bracket is Chinese to its neighbours, a half-width pair is looked past: read again with that known.
        ReadSides();
    }

    // What stands next to a mark, beyond spaces and other marks.
    private enum Side : byte
    {
        None,
        Han,
        Letter,
        Digit,
        Symbol,
        Quoted,
    }

    /// <summary>Should the mark at this index be full-width?</summary>
    public bool IsChinese(int at)
    {
        ref var place = ref _places[at];
        var mark = Marks.Narrow(_line[at]);
        if (mark is '(' or ')') return place.IsFull;

        var before = at > 0 ? _line[at - 1] : '\0';
        var after = at + 1 < _line.Length ? _line[at + 1] : '\0';
        // 1,000 and 23:37.
        if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) return false;
        if (place.Left == Side.Han || place.Right == Side.Han) return true;
        // 你会选iPhone? and 先装上Ubuntu: end a Chinese sentence in a Latin word.
        if (place.Right == Side.None && mark is '!' or '?' or ':') return place.HanInSentence > 0;
        // English puts a space after a mark, Chinese does not: “AI”,2023年… and 14.6%,46.1%,进出口…
        if (char.IsWhiteSpace(after)) return false;
        return place.Left == Side.Quoted || (place.Left == Side.Symbol && NearestWordIsHan(at));
    }

    private void PairBrackets()
    {
        var open = new Stack<int>();
        for (var i = 0; i < _line.Length; i++)
        {
            _places[i].Mate = -1;
            var mark = Marks.Narrow(_line[i]);
            if (mark == '(')
            {
                open.Push(i);
            }
            else if (mark == ')' && open.TryPop(out var start))
            {
                _places[start].Mate = i;
                _places[i].Mate = start;
            }
        }
    }

    private void ReadSides()
    {
        var side = Side.None;
        var han = 0;
        var sentenceEnded = false;
        for (var i = 0; i < _line.Length; i++)
        {
            ref var place = ref _places[i];
            place.Left = side;
            place.HanInSentence = han;
            side = Beyond(i, side, ')', '”', p => p.Left);
            var c = Marks.Narrow(_line[i]);
            if (c is '。' or '!' or '?') sentenceEnded = true;
            else if (!IsTransparent(c) && sentenceEnded) (han, sentenceEnded) = (0, false);
            if (HanText.IsHan(c)) han++;
        }

        side = Side.None;
        for (var i = _line.Length - 1; i >= 0; i--)
        {
            _places[i].Right = side;
            side = Beyond(i, side, '(', '“', p => p.Right);
        }
    }

    // What the next mark sees after passing the character at i, having seen `side` before.
    private Side Beyond(int i, Side side, char bracket, char quote, Func<Place, Side> pastMate)
    {
        var c = Marks.Narrow(_line[i]);
        if (c == bracket && _places[i].Mate is >= 0 and var mate)
            return _places[i].IsFull ? Side.Han : pastMate(_places[mate]);
        if (c == quote) return side is Side.Han or Side.None ? side : Side.Quoted;
        return IsTransparent(c) ? side : SideOf(i);
    }

    // A pair is Chinese when it holds Chinese, or when it holds a foreign name inside a Chinese sentence: 世界卫生组织(WHO)说.
    // Numbers, dates and codes keep theirs: (003042), (2023-07-07), (01211.HK).
    private void DecideBrackets()
    {
        Span<int> counts = stackalloc int[3]; // Han, letters, anything else
        var open = new Stack<(int Han, int Letters, int Others)>();
        for (var i = 0; i < _line.Length; i++)
        {
            var mark = Marks.Narrow(_line[i]);
            if (mark == '(' && _places[i].Mate >= 0) open.Push((counts[0], counts[1], counts[2]));
            if (mark == ')' && _places[i].Mate is >= 0 and var start)
            {
                var (han, letters, others) = open.Pop();
                var isName = counts[1] > letters && counts[2] == others
                    && _places[start].Left == Side.Han && _places[i].Right is Side.Han or Side.None;
                var isFull = counts[0] > han || isName || Marks.IsFull(_line[start]) || Marks.IsFull(_line[i]);
                _places[start].IsFull = _places[i].IsFull = isFull;
            }

            if (IsTransparent(mark) || mark is '-' or '&' or '·' or '(' or ')') continue;
            var kind = SideOf(i);
            if (HanText.IsHan(mark) || char.IsSurrogate(mark) && kind == Side.Han) counts[0]++;
            else counts[kind == Side.Letter ? 1 : 2]++;
        }
    }

    private bool NearestWordIsHan(int at)
    {
        for (var i = at + 1; i < _line.Length && i <= at + Reach; i++)
            if (SideOf(i) is (Side.Han or Side.Letter) and var side) return side == Side.Han;
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
            if (SideOf(i) is (Side.Han or Side.Letter) and var side) return side == Side.Han;
        return false;
    }

    private static bool IsTransparent(char c) =>
        char.IsWhiteSpace(c) || c is ',' or '!' or '?' or ':' or ';' or '(' or ')'
            or '—' or '…' or '“' or '”' or '‘' or '’' or '"' or '\'';

    private Side SideOf(int i)
    {
        var c = _line[i];
        if (char.IsLowSurrogate(c) && i > 0) i--;
        var kind = CharacterKinds.At(_line, i, out _);
        if (kind == CharacterKind.Pair) return c is >= '\u1100' and <= '\u11FF' or >= '\uAC00' and <= '\uD7FB' ? Side.Letter : Side.Han;
        // CJK punctuation and full-width forms, but for the marks in question.
        if (c is (>= '\u3001' and <= '\u301F') or (>= '\uFF00' and <= '\uFF5E') && !Marks.IsFull(c)) return Side.Han;
        if (char.IsAsciiDigit(c)) return Side.Digit;
        return kind == CharacterKind.Word ? Side.Letter : Side.Symbol;
    }

    private struct Place
    {
        public Side Left;
        public Side Right;
        public bool IsFull;
        public int Mate;
        public int HanInSentence;
    }
}
