using System.Globalization;

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
