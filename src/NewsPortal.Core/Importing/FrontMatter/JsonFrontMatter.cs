using System.Text;
using System.Text.Json;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>Reads a JSON object: the front matter of a file, or the whole of a JSON Lines row.</summary>
internal static class JsonFrontMatter
{
    internal static readonly JsonReaderOptions Options = new()
    {
        MaxDepth = FrontMatterReader.DeepestNesting,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static FrontMatterBlock Read(string text)
    {
        // Prose may begin with a brace; an object's first key is quoted.
        var afterBrace = text.AsSpan(1).TrimStart();
        if (afterBrace is not ['"', ..] && afterBrace is not ['}', ..]) return FrontMatterBlock.None;
        var window = text.Length > FrontMatterReader.Longest ? text[..FrontMatterReader.Longest] : text;
        var bytes = Encoding.UTF8.GetBytes(window);
        var reader = new Utf8JsonReader(bytes, Options with { AllowMultipleValues = true });
        try
        {
            reader.Read();
            var entries = Entries(ref reader, bytes, FieldNames.NamesItsTable);
            var length = Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.BytesConsumed);
            var (rest, next) = FrontMatterReader.LineAt(text, length);
            if (rest.Trim().Length == 0) length = next;
            return new FrontMatterBlock(entries, length, text.AsSpan(0, length).Count('\n') + (length == text.Length ? 1 : 0));
        }
        catch (JsonException error)
        {
            if (text.Length > FrontMatterReader.Longest && error.BytePositionInLine is not null && error.LineNumber >= window.AsSpan().Count('\n')) throw FrontMatterReader.TooLong();
            throw new RejectedInputException($"the front matter is not JSON: {Reason(error)}", (int)(error.LineNumber ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            throw new RejectedInputException("the front matter is not JSON: a string holds half a character", 1);
        }
    }

    /// <summary>Reads the row of a JSON Lines file.</summary>
    /// <exception cref="JsonException">It is not one JSON object.</exception>
    public static List<FrontMatterEntry> Row(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("a row is one object in braces");
        var entries = Entries(ref reader, default, FieldNames.NamesItsTable);
        if (reader.Read()) throw new JsonException("something follows the object");
        return entries;
    }

    private static List<FrontMatterEntry> Entries(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, Func<string?, bool> names)
    {
        var entries = new List<FrontMatterEntry>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var line = bytes.IsEmpty ? 0 : bytes[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
            var key = reader.GetString()!;
            reader.Read();
            var values = new List<string>();
            var isList = reader.TokenType == JsonTokenType.StartArray;
            var complete = Value(ref reader, values, names);
            entries.Add(new FrontMatterEntry(key, values, isList, line, complete ? null : "a table where a value is expected was left out"));
        }

        return entries;
    }

    private static bool Value(ref Utf8JsonReader reader, List<string> values, Func<string?, bool> names)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: values.Add(reader.GetString()!); return true;
            case JsonTokenType.Number: values.Add(Encoding.UTF8.GetString(reader.ValueSpan)); return true;
            case JsonTokenType.True: values.Add("true"); return true;
            case JsonTokenType.False: values.Add("false"); return true;
            case JsonTokenType.StartArray:
                var complete = true;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) complete &= Value(ref reader, values, names);
                return complete;
            case JsonTokenType.StartObject: return Table(ref reader, values, names);
            default: return true;
        }
    }

    private static bool Table(ref Utf8JsonReader reader, List<string> values, Func<string?, bool> names)
    {
        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var named = names(reader.GetString());
            reader.Read();
            var inner = new List<string>();
            Value(ref reader, inner, names);
            if (found || !named || inner.Count == 0) continue;
            values.Add(inner[0]);
            found = true;
        }

        return found;
    }

    internal static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
