using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsPortal.Web.Api.Resources;

namespace NewsPortal.Web.Api;

/// <summary>How answers become JSON: written by generated code, letters as they are, absent where there is nothing.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ArticleList))]
[JsonSerializable(typeof(ArticleDetail))]
[JsonSerializable(typeof(SectionList))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(StoryList))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(ApiProblem))]
public sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The one in use. Answers are JSON by their type and never sniffed, so nothing needs escapes that HTML would.</summary>
    public static ApiJson Web { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
