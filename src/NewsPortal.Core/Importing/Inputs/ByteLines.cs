namespace NewsPortal.Core.Importing.Inputs;

/// <summary>Reads a stream line by line as bytes, since its encoding is not yet known; a line that is too long is skipped, not kept.</summary>
internal sealed class ByteLines(Stream stream, int longest) : IDisposable
{
    private readonly BufferedStream source = new(stream, 64 * 1024);
    private bool ended;

    /// <summary>The next line without its end.</summary>
    /// <param name="line">The bytes.</param>
    /// <param name="problem">Why the line cannot be used; null where it can.</param>
    /// <returns>False at the end.</returns>
    public bool Next(out byte[] line, out string? problem)
    {
        line = [];
        problem = null;
        if (ended) return false;
        using var kept = new MemoryStream();
        var any = false;
        while (true)
        {
            int read;
            try
            {
                read = source.ReadByte();
            }
            catch (Exception error) when (error is IOException or InvalidDataException)
            {
                ended = true;
                problem = $"it cannot be read further: {error.Message}";
                return true;
            }

            if (read < 0)
            {
                ended = true;
                break;
            }

            any = true;
            if (read == '\n') break;
            if (kept.Length < longest) kept.WriteByte((byte)read);
            else problem = InputReader.TooLarge(null);
        }

        line = kept.ToArray();
        return any;
    }

    public void Dispose() => source.Dispose();
}
