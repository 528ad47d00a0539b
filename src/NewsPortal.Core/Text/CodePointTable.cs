namespace NewsPortal.Core.Text;

/// <summary>A sparse array over all code points, in pages of 256: the few pages that hold something are allocated.</summary>
internal sealed class CodePointTable<T> where T : struct
{
    private const int PageBits = 8;
    private static readonly T[] Empty = new T[1 << PageBits];
    private readonly T[][] _pages = new T[0x110000 >> PageBits][];

    public CodePointTable() => Array.Fill(_pages, Empty);

    public T this[int codePoint]
    {
        get => _pages[codePoint >> PageBits][codePoint & 0xFF];
        set
        {
            ref var page = ref _pages[codePoint >> PageBits];
            if (ReferenceEquals(page, Empty)) page = new T[1 << PageBits];
            page[codePoint & 0xFF] = value;
        }
    }
}
