using System.Text;
using System.Text.Json;
using NewsPortal.Core.Importing.FrontMatter;

namespace NewsPortal.Core.Importing.JsonLines;

/// <summary>The account of an article that is one JSON object: says of every key what it became.</summary>
internal static class JsonLedger
{
    /// <summary>Makes it; braces, commas and blanks go with the key before them.</summary>
    /// <param name="row">The object as it stands.</param>
    /// <param name="fate">What a key became.</param>
    public static IEnumerable<LedgerEntry> Of(string row, Func<string, (Fate Fate, string? As, string Reason)> fate)
    {
        var bytes = Encoding.UTF8.GetBytes(row);
        var marks = new List<(int At, string Key)>();
        var reader = new Utf8JsonReader(bytes, JsonFrontMatter.Options with { MaxDepth = 64 });
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) marks.Add(((int)reader.TokenStartIndex, reader.GetString()!));

        var points = CodePoints(bytes, marks.Select(mark => mark.At).Append(bytes.Length));
        if (marks.Count > 0 && points[0] > 0) yield return new LedgerEntry(0, points[0], Fate.Dropped, null, "JSON punctuation");
        for (var i = 0; i < marks.Count; i++)
        {
            var (kind, name, reason) = fate(marks[i].Key);
            yield return new LedgerEntry(points[i], points[i + 1] - points[i], kind, name, reason);
        }
    }

    private static List<int> CodePoints(byte[] bytes, IEnumerable<int> offsets)
    {
        var points = new List<int>();
        var at = 0;
        var count = 0;
        foreach (var offset in offsets)
        {
            for (; at < offset; at++)
                if ((bytes[at] & 0xC0) != 0x80) count++;
            points.Add(count);
        }

        return points;
    }
}
