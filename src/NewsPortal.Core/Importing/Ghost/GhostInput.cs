using System.Text.Encodings.Web;
using System.Text.Json;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Core.Importing.Ghost;

/// <summary>The posts of a Ghost export, one at a time, each with the names of its tags and writers, which stand in other tables.</summary>
internal static class GhostInput
{
    /// <summary>How the record of a post is known to the importer; no file of this name is read.</summary>
    public const string Extension = ".ghost";

    private const int LongestName = 100;

    public static IEnumerable<InputItem> Read(byte[] bytes, string path, string relative, PictureFinder pictures, DateTime? modified)
    {
        if (Tables(bytes, out var problem) is not { Posts: { } posts } tables)
        {
            yield return InputItem.Refused(path, problem ?? "the export holds no table of posts");
            yield break;
        }

        var any = false;
        for (var i = 0; i < posts.Count; i++)
        {
            if (Item(bytes, posts[i], i + 1, tables, path, relative, pictures, modified) is not { } item) continue;
            any = true;
            yield return item;
        }

        if (!any) yield return InputItem.Refused(path, "the export holds no post and no page");
    }

    private static InputItem? Item(byte[] bytes, Range place, int number, GhostTables tables, string path, string relative, PictureFinder pictures, DateTime? modified)
    {
        try
        {
            return Post(bytes, place, number, tables, path, relative, pictures, modified);
        }
        catch (InvalidOperationException)
        {
            return InputItem.Refused($"{path}:{number}", $"entry {number} of the posts is not JSON: a key holds half a character");
        }
    }

    private static InputItem? Post(byte[] bytes, Range place, int number, GhostTables tables, string path, string relative, PictureFinder pictures, DateTime? modified)
    {
        var raw = bytes.AsMemory(place);
        using var parsed = JsonDocument.Parse(raw);
        var post = parsed.RootElement;
        if (post.ValueKind != JsonValueKind.Object) return InputItem.Refused($"{path}:{number}", $"entry {number} of the posts is no object");
        if (!IsPost(post)) return null;
        var name = Name(GhostTables.Text(post, "slug") ?? GhostTables.Text(post, "id")) is { Length: > 0 } known ? known : $"{number}";
        if (raw.Length > InputLimits.LargestFile) return InputItem.Refused($"{path}:{name}", InputReader.TooLarge(raw.Length));
        return new InputItem($"{path}:{name}", new SourceFile($"{path}:{name}", $"{relative}:{name}", Record(raw.Span, post, tables), Extension, modified), null, pictures);
    }

    private static bool IsPost(JsonElement post) => GhostTables.Text(post, "type") is null or "post" or "page";

    // Slugs have such letters alone; what else there is must not turn a line of a report round.
    private static string Name(string? slug) => string.Concat((slug ?? string.Empty).Where(c => char.IsLetterOrDigit(c) || c is '-' or '_').Take(LongestName));

    private static byte[] Record(ReadOnlySpan<byte> raw, JsonElement post, GhostTables tables)
    {
        var id = GhostTables.Text(post, "id") ?? string.Empty;
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Strings("old:tags", tables.TagsOf(id).Where(tag => !tag.IsInternal).Select(tag => tag.Name));
            Strings("old:writers", tables.WritersOf(id, GhostTables.Text(post, "author_id")));
            json.WriteEndObject();

            void Strings(string name, IEnumerable<string> values)
            {
                json.WriteStartArray(name);
                foreach (var value in values) json.WriteStringValue(value);
                json.WriteEndArray();
            }
        }

        // The object itself stands behind ours as it came.
        memory.SetLength(memory.Length - 1);
        memory.Position = memory.Length;
        if (post.EnumerateObject().Any()) memory.Write(",\n"u8);
        memory.Write(raw[1..]);
        return memory.ToArray();
    }

    private static GhostTables? Tables(byte[] bytes, out string? problem)
    {
        problem = null;
        try
        {
            return GhostTables.Read(bytes);
        }
        catch (JsonException error)
        {
            problem = $"line {(error.LineNumber ?? 0) + 1}: the export is not JSON: {JsonFrontMatter.Reason(error)}";
        }
        catch (InvalidOperationException)
        {
            problem = "the export is not JSON: a name holds half a character";
        }

        return null;
    }
}
