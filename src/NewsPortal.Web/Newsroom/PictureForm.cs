using NewsPortal.Core.Media;

namespace NewsPortal.Web.Newsroom;

/// <summary>A picture that a form sends.</summary>
internal static class PictureForm
{
    /// <summary>How large one may be, as it is told to people.</summary>
    public static int MostMegabytes => PictureCleaner.MostBytes / 1024 / 1024;

    /// <summary>Reads it.</summary>
    /// <param name="file">What the form sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its bytes; null where there is none, or it is too large.</returns>
    public static async Task<byte[]?> ReadAsync(this IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 and <= PictureCleaner.MostBytes })
        {
            return null;
        }

        var bytes = new byte[file.Length];
        await using var sent = file.OpenReadStream();
        await sent.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
