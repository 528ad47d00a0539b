using Microsoft.Net.Http.Headers;

namespace NewsPortal.Web.Serving;

/// <summary>Whether a client has an answer already, by what it says of it (RFC 9110, 13).</summary>
internal static class Conditions
{
    /// <summary>True where it has.</summary>
    /// <remarks>
    /// If-None-Match wins over If-Modified-Since (13.2.2). Tags are compared by their base: a client that changes its coding
    /// still holds the same page. A date that has not come yet says nothing of what a client holds.
    /// </remarks>
    /// <param name="request">The request's headers.</param>
    /// <param name="hash">What the answer's tags are made from.</param>
    /// <param name="modifiedUtc">When it last changed; null where nothing says so.</param>
    /// <param name="clock">The clock.</param>
    public static bool HasIt(IHeaderDictionary request, string hash, DateTime? modifiedUtc, TimeProvider clock)
    {
        if (request.IfNoneMatch is { Count: > 0 } tags)
        {
            return EntityTagHeaderValue.TryParseList(tags, out var held) && held.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || BaseOf(tag) == hash);
        }

        return modifiedUtc is { } modified && request.IfModifiedSince is { Count: > 0 } said
            && HeaderUtilities.TryParseDate(said.ToString(), out var since)
            && since <= clock.GetUtcNow()
            && since.UtcDateTime >= modified.AddTicks(-(modified.Ticks % TimeSpan.TicksPerSecond));
    }

    private static string BaseOf(EntityTagHeaderValue tag)
    {
        var value = tag.Tag.AsSpan().Trim('"');
        return (value.EndsWith("-g") || value.EndsWith("-b") ? value[..^2] : value).ToString();
    }
}
