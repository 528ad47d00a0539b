using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsPortal.Web.Writing;

/// <summary>How answers of the writing side are written.</summary>
[JsonSerializable(typeof(SentReport))]
[JsonSerializable(typeof(SentArticle))]
internal sealed partial class WriteJson : JsonSerializerContext
{
    /// <summary>As the reading side does: Han characters as they are, what is absent left out.</summary>
    public static WriteJson Web { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
