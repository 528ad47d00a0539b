using NewsPortal.Core.Importing.JsonLines;

namespace NewsPortal.Core.Importing.Inputs;

/// <summary>The rows of a JSON Lines file, one at a time: such files are larger than memory.</summary>
internal static class JsonLinesInput
{
    public static IEnumerable<InputItem> Read(string path, string relative, PictureFinder pictures)
    {
        using var rows = Open(path, out var reason);
        if (rows is null)
        {
            yield return InputItem.Refused(path, reason!);
            yield break;
        }

        var any = false;
        foreach (var item in Rows(rows, path, relative, pictures, File.GetLastWriteTimeUtc(path)))
        {
            any = true;
            yield return item;
        }

        if (!any) yield return InputItem.Refused(path, "the file is empty");
    }

    public static IEnumerable<InputItem> Rows(Stream stream, string path, string relative, PictureFinder pictures, DateTime? modified)
    {
        var line = 0;
        using var reader = new ByteLines(stream, InputLimits.LargestFile);
        while (reader.Next(out var bytes, out var problem))
        {
            line++;
            if (problem is not null) yield return InputItem.Refused(JsonRow.Name(path, line), problem);
            else if (!IsBlank(bytes)) yield return new InputItem(
                JsonRow.Name(path, line), new SourceFile(JsonRow.Name(path, line), JsonRow.Name(relative, line), bytes, ".jsonl", modified), null, pictures);
        }
    }

    private static bool IsBlank(byte[] bytes) => bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty;

    private static FileStream? Open(string path, out string? reason)
    {
        reason = null;
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            reason = $"it cannot be read: {error.Message}";
            return null;
        }
    }
}
