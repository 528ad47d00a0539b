namespace NewsPortal.Core.Text;

/// <summary>
/// Strings for tokens. Chinese text repeats its pairs, so recent short ones are kept and shared; a slot is simply
/// overwritten by the next pair that falls on it, and a race between threads costs at most one more string.
/// </summary>
internal static class TokenStrings
{
    private static readonly string?[] Recent = new string?[1 << 14];

    public static string Of(ReadOnlySpan<char> token)
    {
        if (token.Length is 0 or > 2) return token.ToString();
        var hash = token[0] * 0x9E3779B1u + (token.Length == 2 ? token[1] * 0x85EBCA6Bu : 0);
        ref var slot = ref Recent[hash >> 18];
        var kept = slot;
        if (kept is not null && token.SequenceEqual(kept)) return kept;
        return slot = token.ToString();
    }
}
