using System.Text.Json;

namespace NewsPortal.Core.Importing.Ghost;

/// <summary>
/// The tables of a Ghost export: where each post stands in it, and which tags and writers belong to which. A table that is
/// missing, or is no table, leaves its part of the articles empty.
/// </summary>
internal sealed class GhostTables
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow };

    private readonly Dictionary<string, (string Name, bool IsInternal)> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Order, string Id)>> tagsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Order, string Id)>> usersOf = new(StringComparer.Ordinal);

    /// <summary>Where each post stands, in bytes; null where the file holds no such table.</summary>
    public List<Range>? Posts { get; private set; }

    /// <summary>True where a file begins like an export.</summary>
    /// <param name="head">Its first bytes.</param>
    public static bool LooksLikeOne(ReadOnlySpan<byte> head)
    {
        var reader = new Utf8JsonReader(WithoutMark(head), isFinalBlock: false, new JsonReaderState(Options));
        var within = string.Empty;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName) continue;
                if (reader.CurrentDepth == 1) within = reader.GetString() ?? string.Empty;
                else if (within == "db" && reader.CurrentDepth == 3 && (reader.ValueTextEquals("data"u8) || reader.ValueTextEquals("meta"u8))) return true;
                else if (within == "meta" && reader.CurrentDepth == 2 && reader.ValueTextEquals("exported_on"u8)) return true;
                else if (within == "data" && reader.CurrentDepth == 2 && (reader.ValueTextEquals("posts"u8) || reader.ValueTextEquals("posts_tags"u8) || reader.ValueTextEquals("posts_authors"u8))) return true;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
        }

        return false;
    }

    /// <summary>Reads them.</summary>
    /// <param name="bytes">The export.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static GhostTables Read(ReadOnlyMemory<byte> bytes)
    {
        var found = new GhostTables();
        var mark = bytes.Length - WithoutMark(bytes.Span).Length;
        var reader = new Utf8JsonReader(bytes.Span[mark..], Options);
        var isList = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) isList = reader.ValueTextEquals("db"u8);
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != (isList ? 3 : 1) || !reader.ValueTextEquals("data"u8)) continue;
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) found.Data(ref reader, bytes, mark);
            else reader.Skip();
        }

        return found;
    }

    /// <summary>The names of a post's tags, in their order, and whether readers were shown them.</summary>
    /// <param name="post">The post's id.</param>
    public IEnumerable<(string Name, bool IsInternal)> TagsOf(string post) => Of(tagsOf, post).Where(tags.ContainsKey).Select(id => tags[id]);

    /// <summary>The names of a post's writers, in their order.</summary>
    /// <param name="post">The post's id.</param>
    /// <param name="writer">The one that older exports name in the post itself.</param>
    public IEnumerable<string> WritersOf(string post, string? writer) =>
        (Of(usersOf, post).ToList() is { Count: > 0 } several ? several : writer is null ? [] : [writer]).Where(users.ContainsKey).Select(id => users[id]);

    /// <summary>A value as text; null where it is none, or holds half a character.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return null;
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Of(Dictionary<string, List<(int Order, string Id)>> lists, string post) =>
        lists.TryGetValue(post, out var list) ? list.OrderBy(entry => entry.Order).Select(entry => entry.Id) : [];

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    private void Data(ref Utf8JsonReader reader, ReadOnlyMemory<byte> bytes, int mark)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var table = reader.GetString();
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray || table is not ("posts" or "tags" or "users" or "posts_tags" or "posts_authors"))
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex + mark;
                reader.Skip();
                var row = start..((int)reader.BytesConsumed + mark);
                if (table == "posts") (Posts ??= []).Add(row);
                else Row(table, bytes[row]);
            }

            if (table == "posts") Posts ??= [];
        }
    }

    private void Row(string table, ReadOnlyMemory<byte> bytes)
    {
        using var parsed = JsonDocument.Parse(bytes);
        var row = parsed.RootElement;
        switch (table)
        {
            case "tags" when Text(row, "id") is { } id && Text(row, "name") is { Length: > 0 } name:
                tags.TryAdd(id, (name, name.StartsWith('#') || Text(row, "visibility") == "internal"));
                break;
            case "users" when Text(row, "id") is { } id && Text(row, "name") is { Length: > 0 } name:
                users.TryAdd(id, name);
                break;
            case "posts_tags":
                Join(tagsOf, row, "tag_id");
                break;
            case "posts_authors":
                Join(usersOf, row, "author_id");
                break;
        }
    }

    private static void Join(Dictionary<string, List<(int Order, string Id)>> lists, JsonElement row, string name)
    {
        if (Text(row, "post_id") is not { } post || Text(row, name) is not { } id) return;
        if (!lists.TryGetValue(post, out var list)) lists[post] = list = [];
        list.Add((int.TryParse(Text(row, "sort_order"), out var order) ? order : int.MaxValue, id));
    }
}
