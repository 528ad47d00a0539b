using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsPortal.Web.Api;

/// <summary>A place in the site's one order: (time, id).</summary>
/// <param name="PublishedUtc">The time.</param>
/// <param name="Id">The number.</param>
public readonly record struct ArticlePlace(DateTime PublishedUtc, long Id)
{
    private const string Kind = "a";

    /// <summary>The place as clients carry it.</summary>
    public string ToCursor() => CursorText.Write(Kind, string.Create(CultureInfo.InvariantCulture, $"{PublishedUtc.Ticks}.{Id}"));

    /// <summary>Reads a place.</summary>
    /// <param name="cursor">What <see cref="ToCursor"/> wrote.</param>
    /// <returns>Null where it was written by nobody here.</returns>
    public static ArticlePlace? OfCursor(string cursor) =>
        CursorText.Read(Kind, cursor)?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTime.MaxValue.Ticks
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new ArticlePlace(new DateTime(t, DateTimeKind.Utc), n)
            : null;
}

/// <summary>Where a list goes on, as clients carry it: nothing that they could read or should make.</summary>
public static class CursorText
{
    private const int Longest = 200;

    /// <summary>Writes one.</summary>
    /// <param name="kind">Which kind of list.</param>
    /// <param name="place">The place in it.</param>
    public static string Write(string kind, string place) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{kind}:{place}"));

    /// <summary>Reads one.</summary>
    /// <param name="kind">Which kind of list.</param>
    /// <param name="cursor">What a client sent.</param>
    /// <returns>The place; null where it is no cursor of that kind.</returns>
    public static string? Read(string kind, string cursor)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        try
        {
            var text = cursor.Length > Longest ? string.Empty : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor));
            return text.StartsWith(kind + ":", StringComparison.Ordinal) && !text.Any(char.IsControl) ? text[(kind.Length + 1)..] : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
