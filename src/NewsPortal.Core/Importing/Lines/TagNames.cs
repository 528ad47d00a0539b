using System.Buffers;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Parts topics at the marks that lists of topics use.</summary>
internal static class TagNames
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(",，、;；|");

    /// <summary>The topics in order, without duplicates; none is longer than 40 characters.</summary>
    public static IReadOnlyList<string> In(string value)
    {
        var narrow = value.AsSpan().ContainsAny(Marks) ? ",，、;；|｜\t" : value.Any(LineShape.IsHan) ? ",，、;；|｜\t \u3000" : "\t";
        return value.Split(narrow.ToCharArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(t => t.Trim('#', '>', '[', ']', '【', '】', '"', ' '))
            .Where(t => t.Length is > 0 and <= 40)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }
}
