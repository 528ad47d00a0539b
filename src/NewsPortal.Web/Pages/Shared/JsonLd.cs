using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;

namespace NewsPortal.Web.Pages.Shared;

/// <summary>
/// Structured data for a script element. Such an element ends at the first <c>&lt;/script</c>, whatever JSON says, so
/// every character that HTML gives a meaning is written as <c>\u003C</c> and the like; JSON reads it back the same.
/// </summary>
/// <param name="value">The data; properties that are null are left out.</param>
public sealed class JsonLd(JsonObject value) : IHtmlContent
{
    // Relaxed, because it leaves the plus of a date and every script as they are; HTML's characters are escaped below.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

        // None of these stands in JSON outside strings, so each can be replaced wherever it is.
        return new StringBuilder(value.ToJsonString(Options))
            .Replace("<", "\\u003C").Replace(">", "\\u003E").Replace("&", "\\u0026")
            .Replace("\u2028", "\\u2028").Replace("\u2029", "\\u2029").ToString();
    }
}
