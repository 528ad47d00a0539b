using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>
/// Structured data for a script element. Such an element ends at the first <c>&lt;/script</c>, whatever JSON says, so
/// every character that HTML gives a meaning is written as <c>\u003C</c> and the like; JSON reads it back the same.
/// </summary>
/// <param name="value">The data; properties that are null are left out.</param>
public sealed class JsonLd(JsonObject value) : IHtmlContent
{
    // All scripts stand as they are; the encoder still escapes < > & ' + and the line separators.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(ToString());
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        foreach (var empty in value.Where(p => p.Value is null).Select(p => p.Key).ToArray())
        {
            value.Remove(empty);
        }

        return value.ToJsonString(Options);
    }
}
