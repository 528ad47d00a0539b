using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Media;

/// <summary>One size and format of a picture, as the rule derives it from the picture's row.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="IsCut">Cut to 3:2 around the focal point, or what draws the eye where none is set, for cards; otherwise the whole picture.</param>
/// <param name="Extension"><c>.avif</c>, <c>.webp</c>, or the clean copy's own for browsers that know neither.</param>
public readonly record struct Rendition(int Width, int Height, bool IsCut, string Extension)
{
    /// <summary>Number of the rule below. A picture whose renditions follow an older one is shown without them until they are made anew.</summary>
    public const int Rule = 1;

    private const int WidestCut = 1024;
    private static readonly int[] Widths = [320, 640, 1024, 1600];

    /// <summary>Whether a picture's renditions are there to be shown.</summary>
    /// <param name="picture">The picture.</param>
    public static bool AreMade(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return picture.Renditions == Rule;
    }

    /// <summary>Sizes of the whole picture, from the narrowest; never wider than the picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="extension">The format.</param>
    public static IEnumerable<Rendition> Whole(Picture picture, string extension)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Widths.Where(w => w < picture.Width).Append(Math.Min(picture.Width, Widths[^1])).Distinct()
            .Select(w => new Rendition(w, Math.Max(1, (int)Math.Round((double)w * picture.Height / picture.Width)), false, extension));
    }

    /// <summary>Sizes of the 3:2 cut, from the narrowest.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="extension">The format.</param>
    public static IEnumerable<Rendition> Cut(Picture picture, string extension)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (width, _) = LargestCut(picture.Width, picture.Height);
        return Widths.Where(w => w <= WidestCut && w < width).Append(Math.Min(width, WidestCut)).Distinct()
            .Select(w => new Rendition(w, Math.Max(1, w * 2 / 3), true, extension));
    }

    /// <summary>Every file that is made of a picture.</summary>
    /// <param name="picture">The picture.</param>
    public static IEnumerable<Rendition> Files(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        string[] formats = [".avif", ".webp", picture.Extension];
        return formats.SelectMany(f => Whole(picture, f).Concat(Cut(picture, f))).Where(r => !r.IsItself(picture));
    }

    /// <summary>The largest 3:2 part of a picture, in pixels.</summary>
    /// <param name="width">The picture's width.</param>
    /// <param name="height">The picture's height.</param>
    public static (int Width, int Height) LargestCut(int width, int height)
    {
        var cut = Math.Min(width, height * 3 / 2);
        return (Math.Max(1, cut), Math.Clamp(cut * 2 / 3, 1, height));
    }

    /// <summary>The JPEG or PNG that feeds and other sites are given: the widest rendition, the clean copy until there is one.</summary>
    /// <param name="picture">The picture.</param>
    public static Rendition ToShare(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return AreMade(picture) ? Whole(picture, picture.Extension).Last() : new Rendition(picture.Width, picture.Height, false, picture.Extension);
    }

    /// <summary>Whether this is the clean copy itself, which needs no second file.</summary>
    /// <param name="picture">The picture.</param>
    public bool IsItself(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return !IsCut && Width == picture.Width && Extension == picture.Extension;
    }

    /// <summary>Its root-relative address.</summary>
    /// <param name="picture">The picture.</param>
    public string PathOf(Picture picture) => IsItself(picture) ? picture.Path : picture.Path[..^picture.Extension.Length] + Suffix;

    /// <summary>What its file's name has after the picture's hash.</summary>
    public string Suffix => $"-{Width}{(IsCut ? "c" : string.Empty)}{Extension}";
}
