using System.Buffers;

namespace NewsPortal.Core.Text;

/// <summary>The seven marks that are folded, in both widths.</summary>
internal static class Marks
{
    private const string HalfWidth = ",!?:;()";

    // Full-width forms lie at a fixed distance from ASCII.
    private const int Distance = 0xFEE0;

    public static readonly SearchValues<char> Half = SearchValues.Create(HalfWidth);

    public static bool IsHalf(char c) => HalfWidth.Contains(c, StringComparison.Ordinal);

    public static bool IsFull(char c) => c is '，' or '！' or '？' or '：' or '；' or '（' or '）';

    public static char Full(char half) => (char)(half + Distance);

    /// <summary>The half-width form of either width; any other character as it is.</summary>
    public static char Narrow(char c) => IsFull(c) ? (char)(c - Distance) : c;
}
