using System.Text.Json;
using NewsPortal.Core.Importing;

namespace NewsPortal.Web.Commands;

/// <summary>One JSON object on one line, Han characters as they are.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = ExtractionJson.Options.Encoder };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
