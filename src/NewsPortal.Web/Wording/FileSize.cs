using System.Globalization;

namespace NewsPortal.Web.Wording;

/// <summary>How large a file is, as people read it.</summary>
public static class FileSize
{
    private const double Kilobyte = 1024;
    private const double Megabyte = Kilobyte * 1024;

    /// <summary>Whole kilobytes, or megabytes with one decimal; every language of the site writes the point so.</summary>
    /// <param name="bytes">Size in bytes.</param>
    public static string Of(long bytes) => bytes < Megabyte - (Kilobyte / 2)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / Kilobyte)):0} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.#} MB");
}
