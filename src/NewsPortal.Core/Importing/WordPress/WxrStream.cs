using System.Buffers;

namespace NewsPortal.Core.Importing.WordPress;

/// <summary>
/// An export as a parser can take it: without blank lines above its declaration, which plug-ins put there, and without the
/// control characters that editors paste into posts and XML does not allow. Nothing else is mended, and lines keep their numbers.
/// </summary>
internal sealed class WxrStream(Stream inner) : Stream
{
    private static readonly SearchValues<byte> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\n' or '\r')).Select(b => (byte)b)]);

    // A tag of this size is an attack on the memory: the parser holds each tag whole.
    private const int MostAtOnce = 64 * 1024 * 1024;

    private bool started;
    private bool wide;
    private long sinceForgotten;

    /// <summary>Lines that were left out above the declaration.</summary>
    public int LinesAbove { get; private set; }

    /// <summary>Counts anew what one step of the parser swallows.</summary>
    public void Forget() => sinceForgotten = 0;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = inner.Read(buffer);
            if (read == 0) return 0;
            if (!started && (read = Start(buffer[..read])) == 0) continue;
            if (!wide) Mend(buffer[..read]);
            sinceForgotten += read;
            return sinceForgotten <= MostAtOnce ? read : throw new InvalidDataException($"a single tag or field has more than {MostAtOnce / 1024 / 1024} MB");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    // UTF-16 begins with a mark, or with a letter and a zero; its halves must stay as they are.
    private int Start(Span<byte> bytes)
    {
        var above = 0;
        while (above < bytes.Length && bytes[above] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            if (bytes[above++] == (byte)'\n') LinesAbove++;
        var rest = bytes[above..];
        if (rest.IsEmpty) return 0;
        started = true;
        wide = rest is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, ..] or [_, 0, ..];
        rest.CopyTo(bytes);
        return rest.Length;
    }

    private static void Mend(Span<byte> bytes)
    {
        for (var at = bytes.IndexOfAny(Forbidden); at >= 0; at = bytes.IndexOfAny(Forbidden)) bytes[at] = (byte)' ';
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
