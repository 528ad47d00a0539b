namespace NewsPortal.Core.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>A run of letters and digits, or up to 64 units of a longer one.</summary>
    Word,

    /// <summary>A character of a pair run with its right neighbour.</summary>
    Pair,

    /// <summary>The last character of a pair run that is longer than one.</summary>
    Tail,

    /// <summary>A pair run of one character.</summary>
    Single,
}

/// <summary>Walks the tokens of a folded text without allocating.</summary>
internal ref struct TokenEnumerator(ReadOnlySpan<char> folded)
{
    /// <summary>UTF-16 units; nothing anyone searches for is longer, and base64 in a body would be one endless token.</summary>
    public const int LongestWord = 64;

    private readonly ReadOnlySpan<char> _text = folded;
    private int _next;
    private bool _inPairRun;

    public ReadOnlySpan<char> Current { get; private set; }

    public TokenKind Kind { get; private set; }

    public readonly TokenEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _text.Length)
        {
            var kind = CharacterKinds.At(_text, _next, out var size);
            if (kind == CharacterKind.Word) return TakeWord();
            if (kind == CharacterKind.Pair || _inPairRun) return TakePair(size);
            _next += size;
        }

        return false;
    }

    private bool TakeWord()
    {
        var start = _next;
        while (_next < _text.Length
            && CharacterKinds.At(_text, _next, out var size) is CharacterKind.Word or CharacterKind.Mark
            && _next + size - start <= LongestWord)
            _next += size;
        return Take(TokenKind.Word, start, _next);
    }

    private bool TakePair(int size)
    {
        var start = _next;
        _next += size;
        // A mark that did not compose counts as a neighbour, so that tokens stay slices of the text.
        var joined = _next < _text.Length
            && CharacterKinds.At(_text, _next, out var nextSize) is CharacterKind.Pair or CharacterKind.Mark
            ? nextSize : 0;
        if (joined > 0)
        {
            _inPairRun = true;
            return Take(TokenKind.Pair, start, _next + joined);
        }

        var kind = _inPairRun ? TokenKind.Tail : TokenKind.Single;
        _inPairRun = false;
        return Take(kind, start, _next);
    }

    private bool Take(TokenKind kind, int start, int end)
    {
        Kind = kind;
        Current = _text[start..end];
        return true;
    }
}
