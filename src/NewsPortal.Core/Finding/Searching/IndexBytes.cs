using System.Text;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding.Searching;

/// <summary>Tokens as SQLite's full-text index takes them: UTF-8, parted by blanks, written without a string between.</summary>
internal sealed class IndexBytes
{
    private readonly ulong[] _met = new ulong[0x10000 / 64];
    private byte[] _bytes = new byte[16 * 1024];
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Begins anew.</summary>
    public IndexBytes Clear()
    {
        _length = 0;
        return this;
    }

    /// <summary>Adds a token.</summary>
    /// <param name="token">The token.</param>
    public IndexBytes Add(ReadOnlySpan<char> token)
    {
        if (_bytes.Length - _length < (token.Length * 3) + 1)
        {
            Array.Resize(ref _bytes, (_bytes.Length * 2) + (token.Length * 3));
        }

        if (_length > 0)
        {
            _bytes[_length++] = (byte)' ';
        }

        foreach (var c in token)
        {
            if (c < 0x800 || char.IsSurrogate(c))
            {
                _length += Encoding.UTF8.GetBytes(token, _bytes.AsSpan(_length));
                return this;
            }
        }

        // Nearly all of a Chinese text: three bytes each.
        foreach (var c in token)
        {
            _bytes[_length++] = (byte)(0xE0 | (c >> 12));
            _bytes[_length++] = (byte)(0x80 | ((c >> 6) & 0x3F));
            _bytes[_length++] = (byte)(0x80 | (c & 0x3F));
        }

        return this;
    }

    /// <summary>Adds the tokens of a text, as <see cref="IndexTokens.Text"/> has them.</summary>
    /// <param name="text">The text.</param>
    public IndexBytes AddText(string text)
    {
        using var folded = FoldedText.Of(text, FoldTable.Search);
        for (var walk = new TokenEnumerator(folded.Chars); walk.MoveNext();)
        {
            if (walk.Kind != TokenKind.Tail)
            {
                Add(walk.Current);
            }
        }

        return this;
    }

    /// <summary>Adds the distinct characters of texts, as <see cref="IndexTokens.AddCharacters"/> has them.</summary>
    /// <param name="headline">They are the headline's.</param>
    /// <param name="texts">The texts.</param>
    public IndexBytes AddCharacters(bool headline, params ReadOnlySpan<string> texts)
    {
        Array.Clear(_met);
        var rare = new HashSet<string>(StringComparer.Ordinal);
        Span<char> token = [IndexTokens.MarkOf(headline), ' '];
        foreach (var text in texts)
        {
            using var folded = FoldedText.Of(text, FoldTable.Search);
            var chars = folded.Chars;
            for (var i = 0; i < chars.Length;)
            {
                var isPair = CharacterKinds.At(chars, i, out var size) == CharacterKind.Pair;
                if (isPair && size == 1 && (_met[chars[i] / 64] >> (chars[i] % 64) & 1) == 0)
                {
                    _met[chars[i] / 64] |= 1UL << (chars[i] % 64);
                    token[1] = chars[i];
                    Add(token);
                }
                else if (isPair && size > 1)
                {
                    rare.Add(chars.Slice(i, size).ToString());
                }

                i += size;
            }
        }

        foreach (var character in rare)
        {
            Add(IndexTokens.Character(character, headline));
        }

        return this;
    }
}
