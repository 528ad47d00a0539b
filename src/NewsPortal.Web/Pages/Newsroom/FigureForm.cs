using NewsPortal.Core.Publishing;

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

    private static string? Changed(string? now, string? was) => (now ?? string.Empty) == (was ?? string.Empty) ? null : now ?? string.Empty;
}
