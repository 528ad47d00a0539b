using System.Text;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Writes the pieces of a line as markup.</summary>
internal static class WordInline
{
    private static readonly (PieceFormat Format, string Tag)[] Tags =
        [(PieceFormat.Bold, "strong"), (PieceFormat.Italic, "em"), (PieceFormat.Strike, "s"), (PieceFormat.Sub, "sub"), (PieceFormat.Sup, "sup")];

    /// <summary>Writes the kept pieces of a line.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="line">The line.</param>
    /// <param name="without">Settings that say nothing here: a heading is bold anyway.</param>
    public static void Write(StringBuilder html, WordLine line, PieceFormat without = PieceFormat.None)
    {
        var (format, link) = (PieceFormat.None, (string?)null);
        foreach (var piece in line.Pieces)
        {
            if (piece.Out is not null) continue;
            var wanted = piece.Format & ~without;
            if (wanted != format || piece.Link != link)
            {
                Close(html, format, link);
                (format, link) = (wanted, piece.Link);
                Open(html, format, link);
            }

            Content(html, piece);
        }

        Close(html, format, link);
    }

    /// <summary>Writes a picture's place.</summary>
    public static void Picture(StringBuilder html, int picture, string? alt)
    {
        html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<img src=\"picture:{picture}\" alt=\"");
        SafeText.AppendEncoded(html, alt);
        html.Append("\">");
    }

    private static void Content(StringBuilder html, WordPiece piece)
    {
        if (piece.Picture >= 0)
        {
            Picture(html, piece.Picture, piece.Alt);
            return;
        }

        if (piece.Above is not null) html.Append("<ruby>");
        SafeText.AppendEncoded(html, piece.Text);
        if (piece.Above is null) return;
        html.Append("<rt>");
        SafeText.AppendEncoded(html, piece.Above);
        html.Append("</rt></ruby>");
    }

    private static void Open(StringBuilder html, PieceFormat format, string? link)
    {
        if (link is not null)
        {
            html.Append("<a href=\"");
            SafeText.AppendEncoded(html, link);
            html.Append("\">");
        }

        foreach (var (flag, tag) in Tags)
            if (format.HasFlag(flag)) html.Append('<').Append(tag).Append('>');
    }

    private static void Close(StringBuilder html, PieceFormat format, string? link)
    {
        for (var i = Tags.Length - 1; i >= 0; i--)
            if (format.HasFlag(Tags[i].Format)) html.Append("</").Append(Tags[i].Tag).Append('>');
        if (link is not null) html.Append("</a>");
    }
}
