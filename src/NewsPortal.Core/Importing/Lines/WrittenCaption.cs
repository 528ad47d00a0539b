namespace NewsPortal.Core.Importing.Lines;

/// <summary>A line that somebody says is a caption, read as the importer reads one.</summary>
/// <param name="Caption">The words, without brackets and marks round them.</param>
/// <param name="Credit">Who made the picture; null where the line does not say.</param>
public sealed record WrittenCaption(string Caption, string? Credit)
{
    /// <summary>Reads it.</summary>
    /// <param name="line">The line.</param>
    public static WrittenCaption Of(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var (caption, credit) = CaptionLine.Part(CaptionLine.Of(line) ?? line.Trim());
        return new WrittenCaption(caption, credit);
    }
}
