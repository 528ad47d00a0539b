using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsPortal.Web.Api;

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
