using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>
/// The number by which a term is stored: 24 bits made from its letters, the same in every process and on every machine. The
/// highest is set where the term is made of Latin words or numbers only.
/// </summary>
/// <remarks>
/// No dictionary of terms is kept. Two of eight million numbers fall together now and then: of two articles with 300 terms
/// each, one pair in a hundred shares a number by chance, and reasons are sought in the texts themselves.
/// </remarks>
internal static class TermId
{
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;

    private const int WordBit = 1 << 23;

    /// <summary>True where a term is made of Latin words or numbers only.</summary>
    /// <param name="number">Its number.</param>
    public static bool IsWord(int number) => number >= WordBit;

    /// <summary>The number of a term, from 1 to 2^24 − 1.</summary>
    /// <param name="term">The term, folded for search.</param>
    public static int Of(ReadOnlySpan<char> term) => Number(Hash(Start, term), StartsWord(term));

    /// <summary>The number of two words that follow one another.</summary>
    /// <param name="first">The first, folded for search.</param>
    /// <param name="second">The second.</param>
    public static int Of(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        Number(Hash(Hash(Hash(Start, first), " "), second), StartsWord(first) && StartsWord(second));

    private static bool StartsWord(ReadOnlySpan<char> term) => !term.IsEmpty && CharacterKinds.At(term, 0, out _) == CharacterKind.Word;

    // FNV-1a over the UTF-16 units (isthe.com/chongo/tech/comp/fnv).
    private static uint Hash(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    // FNV leaves the high bits of short words alike; MurmurHash3's last step spreads them. Zero counts all articles.
    private static int Number(uint hash, bool isWord)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        hash ^= hash >> 16;
        return Math.Max(1, (int)(hash >> 9)) | (isWord ? WordBit : 0);
    }
}
