using System.Runtime.InteropServices;
using System.Text;

namespace NewsPortal.Core.Media;

/// <summary>
/// The other side of <see cref="PictureProcess"/>: cleans pictures that come over standard input until it is closed. A request
/// is a length and the bytes; an answer begins with <see cref="Decoded"/> where there are pixels, then <see cref="Cleaned"/>
/// and the picture, or <see cref="Refused"/> and the reason.
/// </summary>
public static class PictureBench
{
    /// <summary>The verb that makes the program this and nothing else.</summary>
    public const string Verb = "decode-pictures";

    internal const byte Ready = 1;
    internal const byte Decoded = 2;
    internal const byte Cleaned = 3;
    internal const byte Refused = 4;

    // What is left lying about after a large picture would be counted against the next one.
    private const int Large = 1024 * 1024;

    /// <summary>Serves until there are no more requests.</summary>
    /// <param name="requests">Where they come from.</param>
    /// <param name="answers">Where the answers go.</param>
    public static void Serve(Stream requests, Stream answers)
    {
        // Stopping the program stops the one who asks; this process ends when its input does, and leaves no picture half done.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        using var reader = new BinaryReader(requests, Encoding.UTF8);
        using var writer = new BinaryWriter(answers, Encoding.UTF8);
        GetReady();
        Say(writer, Ready);
        while (Next(reader) is { } bytes)
        {
            Answer(writer, bytes);
            if (bytes.Length >= Large)
            {
                GC.Collect();
            }
        }
    }

    // What the library takes for itself is not to be counted against the first picture. Without it every picture is refused.
    private static void GetReady()
    {
        try
        {
            ImageLibrary.Prepare();
        }
        catch (RefusedPictureException)
        {
        }
    }

    private static byte[]? Next(BinaryReader reader)
    {
        try
        {
            return reader.ReadBytes(reader.ReadInt32());
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static void Answer(BinaryWriter writer, byte[] bytes)
    {
        try
        {
            var clean = PictureCleaner.Clean(bytes, () => Say(writer, Decoded));
            writer.Write(Cleaned);
            writer.Write(clean.Extension);
            writer.Write(clean.Width);
            writer.Write(clean.Height);
            writer.Write(clean.Tone);
            writer.Write(clean.Likeness is not null);
            writer.Write(clean.Likeness ?? 0);
            writer.Write(clean.Bytes.Length);
            writer.Write(clean.Bytes);
        }
        catch (RefusedPictureException refused)
        {
            writer.Write(Refused);
            writer.Write(refused.Message);
        }

        writer.Flush();
    }

    private static void Say(BinaryWriter writer, byte what)
    {
        writer.Write(what);
        writer.Flush();
    }
}
