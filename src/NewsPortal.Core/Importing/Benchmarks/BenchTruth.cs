using System.Globalization;
using System.Text.Json;

namespace NewsPortal.Core.Importing.Benchmarks;

/// <summary>What is known of one page; what is null or empty is not scored.</summary>
internal sealed class BenchTruth(JsonElement json)
{
    public string? Title => Text("title");

    public string? Source => Text("source");

    public string? Body => Text("body");

    public string? Byline => Text("byline");

    public string? Site => Text("site");

    public string? Language => Text("lang");

    public string? Charset => Text("charset");

    public string? DecodedText => Text("text");

    public bool IsDamaged => json.TryGetProperty("damaged", out var damaged) && damaged.ValueKind == JsonValueKind.True;

    public IReadOnlyList<string> Names(string field) =>
        json.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)]
            : [];

    /// <summary>The times that count as right; empty where none is known.</summary>
    public IReadOnlyList<BenchTime> Times()
    {
        var first = Text("publish_time");
        return first is null ? [] : [.. Names("publish_time_alt").Prepend(first).Select(BenchTime.Read).OfType<BenchTime>()];
    }

    private string? Text(string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}

/// <summary>A time of the truth: as shown on the page, with a zone where one is known.</summary>
/// <param name="Local">The date and clock as shown.</param>
/// <param name="HasMinutes">False for a date alone.</param>
/// <param name="Instant">The moment; null where no zone is known.</param>
internal sealed record BenchTime(DateTime Local, bool HasMinutes, DateTimeOffset? Instant)
{
    public static BenchTime? Read(string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        var hasZone = text.Length > 19 && (text.EndsWith('Z') || text.AsSpan(10).IndexOfAny('+', '-') > 0);
        return new(at.DateTime, text.Length > 10, hasZone ? at : null);
    }

    public bool SameDay(StatedTime time) => DateOnly.FromDateTime(time.At.DateTime) == DateOnly.FromDateTime(Local) || SameInstant(time);

    public bool SameMinute(StatedTime time) =>
        !time.DateOnly && (Math.Abs((time.At.DateTime - Local).TotalSeconds) < 60 && time.At.Minute == Local.Minute || SameInstant(time));

    private bool SameInstant(StatedTime time) => Instant is { } instant && !time.ZoneAssumed && (instant - time.At).Duration() <= TimeSpan.FromMinutes(1);
}
