using System.Globalization;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Pages;

/// <summary>
/// A publisher's own accent colour. The colour is in the address and the stylesheet is made from it, so that it can be
/// kept for ever, and no page needs a style of its own, which the content security policy forbids.
/// </summary>
public static class AccentStylesheet
{
    private static readonly string Default = new SiteSettings().Accent;

    /// <summary>Its address; null for the colour that the site's stylesheet has anyway.</summary>
    /// <param name="settings">The settings.</param>
    public static string? PathOf(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Accent.Equals(Default, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"/css/accent-{settings.Accent.TrimStart('#').ToLowerInvariant()}.css";
    }

    /// <summary>Maps <c>/css/accent-rrggbb.css</c>.</summary>
    /// <param name="endpoints">Where to.</param>
    public static void MapAccentStylesheet(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/css/accent-{colour:regex(^[0-9a-f]{{6}}$)}.css", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string colour) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(Of(colour), "text/css; charset=utf-8");
        });

    /// <summary>Writes the stylesheet.</summary>
    /// <param name="colour">Six hexadecimal digits.</param>
    public static string Of(string colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        return $$"""
            :root { --accent: #{{colour}}; }
            @media (prefers-color-scheme: dark) { :root { --accent: #{{Lightened(colour)}}; } }
            """;
    }

    // Mixed with white until it reads on dark paper (WCAG contrast 7 : 1 against #161614).
    private static string Lightened(string colour)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(i => (double)int.Parse(colour.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
        const double DarkPaper = 0.008;
        while ((Luminance(parts) + 0.05) / (DarkPaper + 0.05) < 7)
        {
            parts = [.. parts.Select(p => p + ((255 - p) * 0.05) + 0.5)];
        }

        return string.Concat(parts.Select(p => ((int)Math.Min(255, p)).ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static double Luminance(double[] parts)
    {
        var linear = parts.Select(p => p / 255 <= 0.04045 ? p / 255 / 12.92 : Math.Pow(((p / 255) + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
