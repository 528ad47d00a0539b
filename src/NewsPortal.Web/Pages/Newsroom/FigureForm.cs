using System.Globalization;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Web.Pages.Newsroom.Editing;

namespace NewsPortal.Web.Pages.Newsroom;

/// <summary>One picture of an article's text, as the form shows it: in a list below the text, or beside the picture in it.</summary>
public sealed class FigureForm
{
    /// <summary>How the text names it.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>The form asks for alternative text and caption too; otherwise both stand in the text.</summary>
    public bool IsListed { get; set; }

    /// <summary>What a screen reader says.</summary>
    public string? AltText { get; set; }

    /// <summary>What is printed under it.</summary>
    public string? Caption { get; set; }

    /// <summary>What the text said for a screen reader when the form was made: what stays as it was leaves the text alone.</summary>
    public string? AltWas { get; set; }

    /// <summary>What stood under it when the form was made.</summary>
    public string? CaptionWas { get; set; }

    /// <summary>Who made it.</summary>
    public string? Credit { get; set; }

    /// <summary>It needs no words.</summary>
    public bool IsDecorative { get; set; }

    /// <summary>What matters most in it, in per cent from the left; null for the middle.</summary>
    public int? FocalX { get; set; }

    /// <summary>The same from the top.</summary>
    public int? FocalY { get; set; }

    /// <summary>Where the picture is to be fetched, in its smallest size; null where the site does not have it.</summary>
    public string? Thumbnail { get; init; }

    /// <summary>What is to be stored of it.</summary>
    public FigureEdit Edit() => new(Address)
    {
        AltText = IsListed ? Changed(IsDecorative ? null : AltText, AltWas) : null,
        Caption = IsListed ? Changed(Caption, CaptionWas) : null,
        Credit = Credit ?? string.Empty,
        IsDecorative = IsDecorative,
    };

    /// <summary>The point that stays in view.</summary>
    public FocalPoint? Focus() => FocalPoint.At(FocalX, FocalY);

    /// <summary>The pictures of an article's text.</summary>
    /// <param name="article">The article with everything, as it is stored.</param>
    /// <param name="typed">What was typed and could not be stored yet.</param>
    /// <param name="focus">The points that are set.</param>
    public static IReadOnlyList<FigureForm> ListOf(Article article, IEnumerable<FigureForm> typed, IReadOnlyDictionary<int, FocalPoint> focus)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(focus);
        var forms = typed.ToLookup(f => f.Address, StringComparer.Ordinal);
        var said = BodyRenderer.FromHtml(article.Body!.Html).Pictures;

        // A picture behind those that the text names is the cover above it.
        return [.. article.Pictures.Where(p => p.Position < said.Count).OrderBy(p => p.Position).Select(p => Of(p, said[p.Position], forms, focus))];
    }

    private static FigureForm Of(ArticlePicture place, ExtractedPicture said, ILookup<string, FigureForm> typed, IReadOnlyDictionary<int, FocalPoint> focus)
    {
        var address = place.Picture?.Path ?? string.Create(CultureInfo.InvariantCulture, $"picture:{place.Position}");
        var form = typed[address].FirstOrDefault();
        var point = form is not null ? form.Focus() : place.Picture is { } seen && focus.TryGetValue(seen.Id, out var set) ? set : (FocalPoint?)null;
        return new FigureForm
        {
            Address = address,
            Thumbnail = place.Picture is not { } shown ? null : MediaModel.AddressOf(Rendition.AreMade(shown) ? Rendition.Whole(shown, shown.Extension).First().PathOf(shown) : shown.Path),
            AltText = form is { IsListed: true } ? form.AltText : said.Alt,
            AltWas = said.Alt,
            Caption = form is { IsListed: true } ? form.Caption : said.Caption,
            CaptionWas = said.Caption,
            Credit = form is null ? place.Credit : form.Credit,
            IsDecorative = form?.IsDecorative ?? place.AltText is { Length: 0 },
            FocalX = point?.X,
            FocalY = point?.Y,
        };
    }

    private static string? Changed(string? now, string? was) => (now ?? string.Empty) == (was ?? string.Empty) ? null : now ?? string.Empty;
}
