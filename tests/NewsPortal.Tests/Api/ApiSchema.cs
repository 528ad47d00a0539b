using System.Text.Json;

namespace NewsPortal.Tests.Api;

/// <summary>Holds JSON against the schemas of an OpenAPI document: stricter than they are, for what a schema does not name is a fault.</summary>
/// <param name="document">The document.</param>
public sealed class ApiSchema(JsonElement document)
{
    /// <summary>What is wrong with a value, a line each.</summary>
    public IEnumerable<string> Faults(JsonElement value, JsonElement schema, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Faults(value, document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), at);
        }

        if (schema.TryGetProperty("enum", out var names))
        {
            return names.EnumerateArray().Any(n => n.GetString() == value.GetString()) ? [] : [$"{at}: {value} is not in the enumeration"];
        }

        return schema.GetProperty("type").GetString() switch
        {
            "object" => OfObject(value, schema, at),
            "array" => value.ValueKind != JsonValueKind.Array
                ? [$"{at}: no array"]
                : value.EnumerateArray().SelectMany((item, i) => Faults(item, schema.GetProperty("items"), $"{at}[{i}]")),
            "string" => value.ValueKind == JsonValueKind.String ? [] : [$"{at}: no string"],
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? [] : [$"{at}: no integer"],
            "number" => value.ValueKind == JsonValueKind.Number ? [] : [$"{at}: no number"],
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{at}: no boolean"],
            var other => [$"{at}: type {other} is not known here"],
        };
    }

    private IEnumerable<string> OfObject(JsonElement value, JsonElement schema, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [$"{at}: no object"];
        }

        var properties = schema.GetProperty("properties");
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        return required.Where(n => !value.TryGetProperty(n, out _)).Select(n => $"{at}: {n} is missing")
            .Concat(value.EnumerateObject().SelectMany(p => properties.TryGetProperty(p.Name, out var its)
                ? Faults(p.Value, its, $"{at}.{p.Name}")
                : [$"{at}: {p.Name} is not in the schema"]));
    }
}
