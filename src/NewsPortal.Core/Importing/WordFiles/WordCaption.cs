using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Finds the captions of pictures and tables.</summary>
/// <param name="bodySize">The size of most of the text in half-points.</param>
internal sealed class WordCaption(int bodySize)
{
    private const int LongestByStyle = 240;
    private const int LongestBySetting = 60;

    /// <summary>True for a line that explains the picture right above it.</summary>
    public bool IsBelowPicture(WordItem item)
    {
        if (item.Line is not { Unit: { } unit } line || line.Look.List is not null || line.IsHeading || line.Pictures.Any()) return false;
        if (IsForTable(line)) return false;
        if (SaysSo(line)) return true;

        // Small or centred print right below a picture.
        var setApart = line.Look.Centred || (line.Look.Size > 0 && line.Look.Size <= bodySize - 2);
        return setApart && !line.Look.Bold && unit.Role is LineRole.Short or LineRole.Prose && unit.Weight <= LongestBySetting;
    }

    /// <summary>True for a line that says by itself that it is a caption: by its style, Word's own count, or its words.</summary>
    public static bool SaysSo(WordLine line) => line.Unit is { } unit && unit.Text.Length <= LongestByStyle
        && (line.Look.Role == StyleRole.Caption || line.Look.Counted || unit.Role == LineRole.Caption);

    /// <summary>True for the caption of a table.</summary>
    public static bool IsForTable(WordLine line) => line.Text.StartsWith('表') || line.Text.StartsWith("Table", StringComparison.OrdinalIgnoreCase);

    /// <summary>The caption in a line, and who made the picture.</summary>
    public static (string Caption, string? Credit) Read(WordLine line) => CaptionLine.Part(CaptionLine.Of(line.Text) ?? line.Text);
}
