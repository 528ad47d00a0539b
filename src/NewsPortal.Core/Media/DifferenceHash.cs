using System.Numerics;
using NetVips;

namespace NewsPortal.Core.Media;

/// <summary>
/// A difference hash (dHash; N. Krawetz, "Kind of Like That", The Hacker Factor Blog, 21 January 2013): the picture in grey at
/// 9 × 8 points, and for each point one bit that says whether it is brighter than its right neighbour. Saved anew, resized or
/// made a little brighter, a picture keeps nearly all of its 64 bits.
/// </summary>
public static class DifferenceHash
{
    /// <summary>How many bits two pictures may differ in and still be called alike; measured, see docs/decisions.</summary>
    public const int Near = 8;

    private const int Across = 9;
    private const int Down = 8;

    // What differs by less is no difference: in an even ground the noise of an encoder would throw dice for each bit.
    private const int Least = 2;

    // A picture with fewer real differences has nothing to be known by; two empty skies are not the same picture.
    private const int FewestDifferences = 16;

    /// <summary>How many bits two hashes differ in.</summary>
    /// <param name="one">A hash.</param>
    /// <param name="other">Another.</param>
    public static int Distance(long one, long other) => BitOperations.PopCount((ulong)(one ^ other));

    /// <summary>The hash of a picture in memory.</summary>
    /// <param name="image">The picture: upright, sRGB, 8 bits, with transparency or without.</param>
    /// <returns>Null for one that is too plain to be known by it.</returns>
    internal static long? Of(Image image)
    {
        using var opaque = image.HasAlpha() ? image.Flatten(background: [255, 255, 255]) : image.Copy();
        using var small = opaque.ThumbnailImage(Across, height: Down, size: Enums.Size.Force);
        using var grey = small.Colourspace(Enums.Interpretation.Bw);
        using var one = grey.ExtractBand(0).Cast(Enums.BandFormat.Uchar);
        return Of(one.WriteToMemory<byte>());
    }

    /// <summary>The hash of 9 × 8 grey points, row by row.</summary>
    internal static long? Of(ReadOnlySpan<byte> points)
    {
        var (hash, differences) = (0UL, 0);
        for (var y = 0; y < Down; y++)
        {
            for (var x = 0; x < Across - 1; x++)
            {
                var step = points[(y * Across) + x] - points[(y * Across) + x + 1];
                hash = (hash << 1) | (step >= Least ? 1UL : 0);
                differences += Math.Abs(step) >= Least ? 1 : 0;
            }
        }

        return differences >= FewestDifferences ? (long)hash : null;
    }
}
