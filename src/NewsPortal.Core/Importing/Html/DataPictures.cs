using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>
/// Pictures that stand in a page itself, as <c>data:</c> addresses (RFC 2397) in base64: tools save pages so. Each gets an
/// address of its own, by which its bytes are found again in the file.
/// </summary>
internal static class DataPictures
{
    private const string Folder = "data-picture/";

    // Shorter ones are dots, icons and blurred stand-ins for a picture that a script loads.
    private const int Shortest = 2000;
    private const int MostInOne = 200;
    private const int Ends = 64;

    private static readonly SearchValues<byte> Base64Bytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    /// <summary>Gives them their addresses.</summary>
    /// <param name="body">The element that holds the body.</param>
    public static void Name(IElement body)
    {
        foreach (var image in body.QuerySelectorAll("img[src^='data:image/']").Take(MostInOne))
        {
            var src = Encoding.UTF8.GetBytes(image.GetAttribute("src")!.Trim());
            if (Read(src) is { } picture && picture.End == src.Length)
            {
                image.SetAttribute("src", AddressOf(src.AsSpan(picture.Start)));
            }
        }
    }

    /// <summary>The bytes of one of them.</summary>
    /// <param name="page">The file.</param>
    /// <param name="address">The address that it was given.</param>
    /// <returns>Null where it is none of these addresses, or the file holds no such picture.</returns>
    public static byte[]? Find(ReadOnlySpan<byte> page, string address)
    {
        if (!address.StartsWith(Folder, StringComparison.Ordinal))
        {
            return null;
        }

        for (var at = page.IndexOf("data:image/"u8); at >= 0;)
        {
            var rest = page[at..];
            if (Read(rest) is { } picture && AddressOf(rest[picture.Start..picture.End]) == address)
            {
                return Decode(rest[picture.Start..picture.End]);
            }

            var next = rest[1..].IndexOf("data:image/"u8);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    // data:image/TYPE;base64,… : where its base64 starts and ends. Drawings in SVG are markup and never taken.
    private static (int Start, int End)? Read(ReadOnlySpan<byte> data)
    {
        const int longestHead = 60;
        var mark = data[..Math.Min(data.Length, longestHead)].IndexOf(";base64,"u8);
        if (mark < 0 || data[..mark].IndexOf("svg"u8) >= 0)
        {
            return null;
        }

        var start = mark + ";base64,".Length;
        var length = data[start..].IndexOfAnyExcept(Base64Bytes);
        length = length < 0 ? data.Length - start : length;
        return length < Shortest ? null : (start, start + length);
    }

    // Both ends and the length: to hash each picture of a page for each of its pictures would take the square of its size.
    private static string AddressOf(ReadOnlySpan<byte> base64)
    {
        var key = $"{Encoding.ASCII.GetString(base64[..Ends])}{base64.Length.ToString(CultureInfo.InvariantCulture)}{Encoding.ASCII.GetString(base64[^Ends..])}";
        return Folder + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)).AsSpan(0, 12));
    }

    private static byte[]? Decode(ReadOnlySpan<byte> base64)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        return Base64.DecodeFromUtf8(base64, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }
}
