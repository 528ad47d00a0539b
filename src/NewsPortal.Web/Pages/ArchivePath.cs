using System.Globalization;

namespace NewsPortal.Web.Pages;

/// <summary>Addresses of the archive: <c>/2023/07/07</c> and <c>/2023/07</c>.</summary>
public static class ArchivePath
{
    /// <summary>A day's address.</summary>
    /// <param name="day">The day.</param>
    public static string Of(DateOnly day) => day.ToString("'/'yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);

    /// <summary>A month's address.</summary>
    /// <param name="month">Any day of it.</param>
    public static string OfMonth(DateOnly month) => month.ToString("'/'yyyy'/'MM", CultureInfo.InvariantCulture);

    /// <summary>Reads the parts of an address.</summary>
    /// <param name="year">Four digits.</param>
    /// <param name="month">Two digits.</param>
    /// <param name="day">Two digits.</param>
    /// <param name="date">The day.</param>
    /// <returns>False where there is no such day.</returns>
    public static bool TryRead(string year, string month, string day, out DateOnly date) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
