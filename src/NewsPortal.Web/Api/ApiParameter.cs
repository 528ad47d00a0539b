using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace NewsPortal.Web.Api;

/// <summary>One parameter of an operation: what the document says about it, and which values it takes, in one place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schema">Its values, for the document.</param>
/// <param name="Fault">What to do instead of a value that is not allowed; null where it is.</param>
public sealed record ApiParameter(string Name, string Description, Func<OpenApiSchema> Schema, Func<string, string?> Fault)
{
    private const int LongestName = 80;

    /// <summary>Part of the path, not of the query.</summary>
    public bool InPath { get; init; }

    /// <summary>Given twice, the first counts, as on the page that answers the same; otherwise that is refused.</summary>
    public bool IsLenient { get; init; }

    /// <summary>A whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    /// <param name="standard">Taken where none is given; null where it must not be guessed.</param>
    public static ApiParameter Number(string name, string description, long least, long most, long standard) => new(
        name,
        description,
        () => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = most > int.MaxValue ? "int64" : "int32",
            Minimum = least.ToString(CultureInfo.InvariantCulture),
            Maximum = most == long.MaxValue ? null : most.ToString(CultureInfo.InvariantCulture),
            Default = JsonValue.Create(standard),
        },
        value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : most == long.MaxValue
                ? string.Create(CultureInfo.InvariantCulture, $"Give a whole number of at least {least}.")
                : string.Create(CultureInfo.InvariantCulture, $"Give a whole number from {least} to {most}."));

    /// <summary>A calendar day.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    public static ApiParameter Day(string name, string description) => new(
        name,
        description,
        () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Examples = [JsonValue.Create("2023-07-07")] },
        value => ApiQuery.DayOf(value) is null ? "Give a day that exists as yyyy-MM-dd, such as 2023-07-07." : null);

    /// <summary>A slug or the name that it was made from.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    public static ApiParameter Named(string name, string description) => new(
        name,
        description,
        () => new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = LongestName },
        value => value.Length is > 0 and <= LongestName && !value.Any(char.IsControl)
            ? null
            : $"Give the slug that stands in its address, or its name, of 1 to {LongestName} characters; leave it out for all.");

    /// <summary>Some of a list of names, parted by commas.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="choices">The names.</param>
    public static ApiParameter Some(string name, string description, IReadOnlyList<string> choices) => new(
        name,
        description,
        () => new OpenApiSchema { Type = JsonSchemaType.String, Examples = [JsonValue.Create(string.Join(',', choices.Take(3)))] },
        value => value.Split(',').FirstOrDefault(part => !choices.Contains(part, StringComparer.Ordinal)) is { } stranger
            ? $"'{RefusedRequestException.Shown(stranger)}' is none of them. Give some of {string.Join(", ", choices)}, parted by commas."
            : null);

    /// <summary>One of a list of names.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="choices">The names; the first is meant where none is given.</param>
    public static ApiParameter One(string name, string description, params string[] choices) => new(
        name,
        description,
        () => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. choices.Select(c => (JsonNode)c)], Default = choices[0] },
        value => choices.Contains(value, StringComparer.Ordinal) ? null : $"Give one of {string.Join(", ", choices)}.");

    /// <summary>Text that is taken as it comes and never refused.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    public static ApiParameter Text(string name, string description) =>
        new(name, description, () => new OpenApiSchema { Type = JsonSchemaType.String }, _ => null) { IsLenient = true };

    /// <summary>Where a list goes on.</summary>
    /// <param name="isOne">Whether a value is one that a list gave.</param>
    public static ApiParameter Cursor(Func<string, bool> isOne) => new(
        "cursor",
        "Where the list goes on: taken from the `next` link of the page before, never made.",
        () => new OpenApiSchema { Type = JsonSchemaType.String },
        value => isOne(value) ? null : "Take it as it stands in the next link of the page before, or leave it out to begin at the top.");
}
