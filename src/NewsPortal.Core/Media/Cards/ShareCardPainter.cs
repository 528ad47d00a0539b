using System.Globalization;
using System.Text.RegularExpressions;
using NetVips;

namespace NewsPortal.Core.Media.Cards;

/// <summary>Draws share cards: paper, ink and accent of the pages, the headline as large as its length allows.</summary>
public static partial class ShareCardPainter
{
    private const int Margin = 84;
    private const int BarHeight = 18;
    private const int TopLine = 70;
    private const int BottomLine = 530;
    private const int HeadlineTop = 150;
    private const int HeadlineHeight = BottomLine - HeadlineTop - 20;
    private const int Measure = ShareCard.Width - (2 * Margin);
    private const int Unbounded = 100_000;
    private const int SmallSize = 30;
    private const int NameSize = 38;

    // Beyond this a headline is cut: at the smallest size it would run out of the card.
    private const int LongestHeadline = 80;

    private static readonly int[] Sizes = [88, 76, 66, 58, 50];
    private static readonly double[] Paper = [0xff, 0xfd, 0xf9];
    private static readonly double[] Ink = [0x1b, 0x1a, 0x18];
    private static readonly double[] QuietInk = [0x55, 0x4f, 0x47];
    private static readonly double[] Hairline = [0xe4, 0xdf, 0xd5];

    /// <summary>Draws one.</summary>
    /// <param name="card">The card; <see cref="ShareCard.CanBeDrawn"/>.</param>
    /// <returns>A PNG of 1200 × 630 pixels.</returns>
    /// <exception cref="RefusedPictureException">The image library cannot be used, or cannot draw it.</exception>
    public static byte[] Draw(ShareCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        ImageLibrary.Prepare();
        try
        {
            var accent = ColourOf(card.Accent);
            var picture = Filled(ShareCard.Width, ShareCard.Height, Paper)
                .Insert(Filled(ShareCard.Width, BarHeight, accent), 0, 0)
                .Insert(Filled(Measure, 2, Hairline), Margin, BottomLine);
            picture = Put(picture, Set(card.SiteName, NameSize, Measure), accent, Margin, TopLine);
            var headline = SetHeadline(card.Headline);
            picture = Put(picture, headline, Ink, Margin, HeadlineTop + Math.Max(0, (HeadlineHeight - headline.Height) / 2));
            picture = Put(picture, Set(card.Section, SmallSize, Measure / 2), accent, Margin, BottomLine + 24);
            var day = Set(card.Day, SmallSize, Measure / 2);
            picture = Put(picture, day, QuietInk, ShareCard.Width - Margin - day.Width, BottomLine + 24);
            return picture.PngsaveBuffer(compression: 6, palette: true, keep: Enums.ForeignKeep.None);
        }
        catch (VipsException e)
        {
            throw new RefusedPictureException(e.Message.Split('\n')[0].Trim());
        }
    }

    private static Image SetHeadline(string headline)
    {
        var text = headline.Length > LongestHeadline ? headline[..(LongestHeadline - 1)].TrimEnd() + "…" : headline;
        return SetClauses(text) ?? SetLines(text);
    }

    // A Chinese headline is often two clauses with a blank between them: each has a line of its own where both fit.
    private static Image? SetClauses(string text)
    {
        var clauses = Clauses().Replace(text, "\n");
        return clauses == text ? null : Sizes[..^1].Select(s => Set(clauses, s, Unbounded)).FirstOrDefault(i => i.Width <= Measure && i.Height <= HeadlineHeight);
    }

    // The largest size that fits, then lines of about equal length: a last line of one character looks like a mistake.
    private static Image SetLines(string text)
    {
        var (size, widest) = Sizes.Select(s => (Size: s, Image: Set(text, s, Measure))).First(t => t.Image.Height <= HeadlineHeight || t.Size == Sizes[^1]);
        var best = widest;
        for (var measure = Measure - size; measure > Measure / 2; measure -= size)
        {
            var narrower = Set(text, size, measure);
            if (narrower.Height > widest.Height + (size / 2))
            {
                break;
            }

            best = narrower;
        }

        return best;
    }

    // The library reads its text as markup.
    private static Image Set(string text, int size, int measure) => Image.Text(
        System.Security.SecurityElement.Escape(text), font: string.Create(CultureInfo.InvariantCulture, $"{CardFont.Family} {size}"),
        width: measure, dpi: 72, fontfile: CardFont.File, wrap: Enums.TextWrap.WordChar);

    private static Image Put(Image picture, Image mask, double[] colour, int left, int top)
    {
        var part = picture.Crop(left, top, Math.Min(mask.Width, picture.Width - left), Math.Min(mask.Height, picture.Height - top));
        var shown = mask.Crop(0, 0, part.Width, part.Height);
        return picture.Insert(shown.Ifthenelse(Filled(part.Width, part.Height, colour), part, blend: true), left, top);
    }

    private static Image Filled(int width, int height, double[] colour) =>
        Image.Black(width, height).NewFromImage(colour).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    private static double[] ColourOf(string hex) =>
        [.. Enumerable.Range(0, 3).Select(i => (double)int.Parse(hex.AsSpan(1 + (i * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"(?<=[\u2e80-\u9fff\uff00-\uff5e\u201d]) (?=[\u2e80-\u9fff\uff00-\uff5e\u201c])", RegexOptions.None, 1000)]
    private static partial Regex Clauses();
}
