using System.Buffers;

namespace NewsPortal.Core.Text;

/// <summary>
/// A text run through a <see cref="FoldTable"/>, in a rented buffer; on request with the place in the original that
/// each folded character came from.
/// </summary>
internal ref struct FoldedText
{
    private readonly FoldTable _table;
    private readonly bool _positions;
    private char[] _chars;
    private int[] _starts = [];
    private int[] _ends = [];
    private int _length;

    private FoldedText(ReadOnlySpan<char> text, FoldTable table, bool positions)
    {
        _table = table;
        _positions = positions;
        _chars = ArrayPool<char>.Shared.Rent(text.Length + 16);
        if (positions)
        {
            _starts = ArrayPool<int>.Shared.Rent(_chars.Length);
            _ends = ArrayPool<int>.Shared.Rent(_chars.Length);
        }

        Run(text);
    }

    public readonly ReadOnlySpan<char> Chars => _chars.AsSpan(0, _length);

    /// <summary>For each folded character the first UTF-16 index it came from. Empty unless asked for.</summary>
    public readonly ReadOnlySpan<int> Starts => _starts.AsSpan(0, _positions ? _length : 0);

    /// <summary>For each folded character the UTF-16 index after the last it came from.</summary>
    public readonly ReadOnlySpan<int> Ends => _ends.AsSpan(0, _positions ? _length : 0);

    public static FoldedText Of(ReadOnlySpan<char> text, FoldTable table, bool positions = false) => new(text, table, positions);

    public readonly void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        if (!_positions) return;
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_ends);
    }

    private void Run(ReadOnlySpan<char> text)
    {
        List<long>? parts = null;
        for (var i = 0; i < text.Length;)
        {
            i = CopyDirect(text, i);
            if (i == text.Length) return;

            // What may join the character before takes that character along; it was copied a moment ago.
            if (i > 0 && !_table.IsBoundary(CodePoint(text, i, out _)))
            {
                i--;
                _length--;
            }

            var start = i;
            parts ??= new List<long>(16);
            parts.Clear();
            do
            {
                _table.Decompose(CodePoint(text, i, out var size), parts);
                i += size;
            }
            while (i < text.Length && !_table.IsBoundary(CodePoint(text, i, out _)));
            Composition.Compose(parts, _table);
            Append(parts, start, i, text.Length - i);
        }
    }

    private int CopyDirect(ReadOnlySpan<char> text, int from)
    {
        var direct = _table.Direct;
        var target = _chars.AsSpan(_length);
        var source = text[from..];
        if (target.Length < source.Length) throw new InvalidOperationException("The buffer is grown before it is filled.");
        var count = 0;
        while (count < source.Length && direct[source[count]] is not FoldTable.NeedsWork and var folded)
            target[count++] = folded;
        if (_positions)
        {
            for (var k = 0; k < count; k++)
            {
                _starts[_length + k] = from + k;
                _ends[_length + k] = from + k + 1;
            }
        }

        _length += count;
        return from + count;
    }

    private void Append(List<long> parts, int start, int end, int remaining)
    {
        Reserve(_length + parts.Count * 2 + remaining);
        var first = _length;
        foreach (var part in parts)
        {
            if (part < 0x10000)
            {
                _chars[_length++] = (char)part;
                continue;
            }

            _chars[_length++] = (char)(0xD800 + ((part - 0x10000) >> 10));
            _chars[_length++] = (char)(0xDC00 + (part & 0x3FF));
        }

        if (!_positions) return;
        _starts.AsSpan(first, _length - first).Fill(start);
        _ends.AsSpan(first, _length - first).Fill(end);
    }

    private void Reserve(int length)
    {
        if (length <= _chars.Length) return;
        _chars = Grown(_chars, length * 2);
        if (!_positions) return;
        _starts = Grown(_starts, _chars.Length);
        _ends = Grown(_ends, _chars.Length);
    }

    private readonly T[] Grown<T>(T[] old, int length)
    {
        var grown = ArrayPool<T>.Shared.Rent(length);
        old.AsSpan(0, _length).CopyTo(grown);
        ArrayPool<T>.Shared.Return(old);
        return grown;
    }

    // A lone surrogate is a character of its own here: broken text comes out as broken as it went in.
    private static int CodePoint(ReadOnlySpan<char> text, int at, out int size)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            size = 2;
            return char.ConvertToUtf32(c, text[at + 1]);
        }

        size = 1;
        return c;
    }
}
