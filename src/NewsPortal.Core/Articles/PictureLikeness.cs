namespace NewsPortal.Core.Articles;

/// <summary>What a picture looks like, in 64 bits (see <see cref="Media.DifferenceHash"/>), and the earlier one that it looks like.</summary>
public sealed class PictureLikeness
{
    /// <summary>The picture.</summary>
    public int PictureId { get; set; }

    /// <summary>The hash; null for a picture that is too plain to have one, or whose file is missing.</summary>
    public long? Hash { get; set; }

    /// <summary>The lowest 16 bits. Two hashes that differ in few bits agree in a band, or nearly: by the bands they are found without looking at all of them.</summary>
    public int? Band0 { get; set; }

    /// <summary>The next 16 bits.</summary>
    public int? Band1 { get; set; }

    /// <summary>The next 16 bits.</summary>
    public int? Band2 { get; set; }

    /// <summary>The highest 16 bits.</summary>
    public int? Band3 { get; set; }

    /// <summary>Whether it was held against those before it, and whether it looks like one.</summary>
    public LikenessState State { get; set; }

    /// <summary>A picture's likeness.</summary>
    /// <param name="hash">Its hash; null where it has none.</param>
    public static PictureLikeness Of(long? hash) => new()
    {
        Hash = hash,
        Band0 = Band(hash, 0),
        Band1 = Band(hash, 1),
        Band2 = Band(hash, 2),
        Band3 = Band(hash, 3),
        State = hash is null ? LikenessState.Alone : LikenessState.New,
    };

    /// <summary>Sixteen of the bits.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="band">Which, 0 to 3 from the lowest.</param>
    public static int? Band(long? hash, int band) => hash is { } bits ? (int)((bits >> (16 * band)) & 0xFFFF) : null;
}

/// <summary>What is known of a picture beside the others.</summary>
public enum LikenessState
{
    /// <summary>It is still to be held against the others.</summary>
    New,

    /// <summary>It looked like none that was there before it.</summary>
    Alone,

    /// <summary>It looked like one that was there before it.</summary>
    Alike,
}
