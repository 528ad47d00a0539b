using System.Globalization;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Serving;

/// <summary>
/// A publisher's own accent colour, as rules behind the site's own: no page has a style of its own, which the content
/// security policy forbids.
/// </summary>
public static class Accent
{
    private static readonly string Default = new SiteSettings().Accent;

    /// <summary>Its rules; none for the colour that the site's stylesheet has anyway.</summary>
    /// <param name="settings">The settings.</param>
    public static string Rules(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Accent.Equals(Default, StringComparison.OrdinalIgnoreCase) ? string.Empty : Of(settings.Accent.TrimStart('#').ToLowerInvariant());
    }

    /// <summary>Writes the rules of a colour.</summary>
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
