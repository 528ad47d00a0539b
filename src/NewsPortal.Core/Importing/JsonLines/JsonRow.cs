using System.Globalization;

namespace NewsPortal.Core.Importing.JsonLines;

/// <summary>How a row of a JSON Lines file is named: the file's path, a colon, its line.</summary>
internal static class JsonRow
{
    public static string Name(string path, int line) => string.Create(CultureInfo.InvariantCulture, $"{path}:{line}");

    /// <summary>The line that a row's name states, counted from 1; 0 where it states none.</summary>
    public static int LineOf(SourceFile row)
    {
        var colon = row.Path.LastIndexOf(':');
        return colon >= 0 && int.TryParse(row.Path.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0;
    }
}
