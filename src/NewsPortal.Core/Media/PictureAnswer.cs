using System.Text;

namespace NewsPortal.Core.Media;

/// <summary>
/// Reads what a decoder says. Whoever takes a decoder over through a picture speaks with its voice, so an answer is as
/// untrusted as the picture was: only what a clean copy can be is let through.
/// </summary>
internal static class PictureAnswer
{
    private const int LongestText = 4096;

    /// <summary>Reads one answer.</summary>
    /// <param name="answers">Where it comes from.</param>
    /// <param name="decoded">Told when the pixels are there.</param>
    /// <exception cref="RefusedPictureException">The decoder refuses the picture.</exception>
    /// <exception cref="IOException">The answer breaks off, or is none that a sound decoder gives.</exception>
    public static CleanPicture Read(BinaryReader answers, Action decoded)
    {
        var kind = answers.ReadByte();
        if (kind == PictureBench.Decoded)
        {
            decoded();
            kind = answers.ReadByte();
        }

        return kind switch
        {
            PictureBench.Refused => throw new RefusedPictureException(Text(answers)),
            PictureBench.Cleaned => Picture(answers),
            _ => throw Unsound(),
        };
    }

    private static CleanPicture Picture(BinaryReader answers)
    {
        var (extension, width, height, tone) = (Text(answers), answers.ReadInt32(), answers.ReadInt32(), answers.ReadInt32());
        var (hasLikeness, likeness, length) = (answers.ReadBoolean(), answers.ReadInt64(), answers.ReadInt32());
        if (extension is not (".jpg" or ".png") || !IsSide(width) || !IsSide(height) || tone is < 0 or > 15 || length is < 1 or > PictureCleaner.MostBytes)
        {
            throw Unsound();
        }

        var bytes = answers.ReadBytes(length);
        return bytes.Length < length ? throw new EndOfStreamException()
            : PictureFormat.Of(bytes) == extension ? new CleanPicture(bytes, extension, width, height, tone, hasLikeness ? likeness : null) : throw Unsound();
    }

    private static bool IsSide(int side) => side is >= 1 and <= PictureDecoder.MostSide;

    // As BinaryWriter writes it, but never of a length that would fill the memory.
    private static string Text(BinaryReader answers)
    {
        try
        {
            var length = answers.Read7BitEncodedInt();
            var bytes = length is >= 0 and <= LongestText ? answers.ReadBytes(length) : throw Unsound();
            return bytes.Length == length ? Encoding.UTF8.GetString(bytes) : throw new EndOfStreamException();
        }
        catch (FormatException)
        {
            throw Unsound();
        }
    }

    private static IOException Unsound() => new("The decoder's answer is not one that a picture can have.");
}
