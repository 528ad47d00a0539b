using System.Text;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.Text;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Writes the flow of a document as markup for the renderer, and notes captions, credits and lost pictures.</summary>
internal sealed class WordBody
{
    private readonly StringBuilder html = new();
    private readonly Capture capture;
    private readonly WordPictures pictures;
    private readonly WordCaption captions;

    private WordBody(Capture capture, WordPictures pictures, int bodySize) =>
        (this.capture, this.pictures, captions) = (capture, pictures, new WordCaption(bodySize));

    /// <summary>Writes a body and the notes below it.</summary>
    public static string Write(Capture capture, WordPictures pictures, int bodySize, IReadOnlyList<WordItem> body, IReadOnlyList<WordItem> notes)
    {
        var writer = new WordBody(capture, pictures, bodySize);
        writer.Items(body);
        if (notes.Count > 0) writer.html.Append("<hr>");
        for (var i = 0; i < notes.Count;) i = notes[i].Table is { } table ? writer.Table(table, null, i) : writer.Paragraph(notes, i);
        return writer.html.ToString();
    }

    private void Items(IReadOnlyList<WordItem> items)
    {
        for (var i = 0; i < items.Count;) i = Item(items, i);
    }

    /// <summary>Writes an item and what belongs to it; returns the index behind them.</summary>
    private int Item(IReadOnlyList<WordItem> items, int i)
    {
        if (items[i].Table is { } table) return Table(table, null, i);
        var line = items[i].Line!;
        if (line.IsPicture) return Figure(items, i);
        if (line.Look.List is not null) return List(items, i);
        if (WordCaption.SaysSo(line)) return Caption(items, i, line);
        if (line.Unit!.Role == LineRole.PictureMark) return LosePicture(items, i, line);
        if (line.Unit.Role == LineRole.PictureCredit) return Credit(items, i, line);
        if (line.Look.Role == StyleRole.Quote) return Quote(items, i);
        return WordHeading.LevelOf(items, i) is > 0 and var level ? Heading(line, level, i) : Paragraph(items, i);
    }

    private int Heading(WordLine line, int level, int i)
    {
        html.Append('<').Append('h').Append(level + 1).Append('>');
        if (line.Unit!.Role == LineRole.Heading) SafeText.AppendEncoded(html, line.Text.Trim('【', '】'));
        else WordInline.Write(html, line, PieceFormat.Bold);
        html.Append("</h").Append(level + 1).Append('>');
        capture.Keep(line.Unit, "heading", line.IsHeading ? "style of a heading" : "set as a heading");
        return i + 1;
    }

    // Lines of one paragraph stay one, unless each is a paragraph of its own that was ended with a line break.
    private int Paragraph(IReadOnlyList<WordItem> items, int i, PieceFormat without = PieceFormat.None)
    {
        html.Append("<p>");
        var line = items[i].Line!;
        WordInline.Write(html, line, without);
        for (i++; i < items.Count && Continues(items[i], line); i++)
        {
            line = items[i].Line!;
            html.Append("<br>");
            WordInline.Write(html, line, without);
        }

        html.Append("</p>");
        return i;
    }

    private static bool Continues(WordItem next, WordLine line) => next.Line is { Unit: { } unit } other && ReferenceEquals(other.Paragraph, line.Paragraph)
        && unit.Role is LineRole.Short or LineRole.Prose or LineRole.Meta or LineRole.SignOff && !(unit.Role == LineRole.Prose && line.Unit is { Role: LineRole.Prose });

    private int Quote(IReadOnlyList<WordItem> items, int i)
    {
        html.Append("<blockquote>");
        while (i < items.Count && items[i].Line is { Unit: not null, Look: { Role: StyleRole.Quote, List: null } }) i = Paragraph(items, i);
        html.Append("</blockquote>");
        return i;
    }

    private int List(IReadOnlyList<WordItem> items, int i)
    {
        var list = new ListMarkup(html);
        while (i < items.Count && items[i].Line is { Look.List: { } place } line)
        {
            list.Begin(place);
            WordInline.Write(html, line);
            if (line.Unit is { } unit) capture.Keep(unit, "item", "item of a list");
            for (i++; i < items.Count && items[i].Line is { } more && ReferenceEquals(more.Paragraph, line.Paragraph); i++)
            {
                html.Append("<br>");
                WordInline.Write(html, more);
            }
        }

        list.End();
        return i;
    }

    private int Table(WordTable table, WordLine? caption, int i)
    {
        html.Append("<table>");
        if (caption is not null)
        {
            html.Append("<caption>");
            WordInline.Write(html, caption, PieceFormat.Bold);
            html.Append("</caption>");
        }

        var first = table.Rows.Count > 1 && table.Rows[0].Cells.Count > 1 && table.Rows[0].Cells.All(IsBold);
        foreach (var row in table.Rows)
        {
            var isHead = row.Head || (first && ReferenceEquals(row, table.Rows[0]));
            html.Append(isHead ? "<thead><tr>" : "<tr>");
            foreach (var cell in row.Cells) Cell(cell, isHead ? "th" : "td");
            html.Append(isHead ? "</tr></thead>" : "</tr>");
        }

        html.Append("</table>");
        return i + 1;
    }

    private void Cell(WordCell cell, string tag)
    {
        html.Append('<').Append(tag).Append(System.Globalization.CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\" rowspan=\"{cell.RowSpan}\">");
        var items = WordItem.Of(cell.Blocks);
        for (var i = 0; i < items.Count;) i = InCell(items, i, tag == "th" ? PieceFormat.Bold : PieceFormat.None);
        html.Append("</").Append(tag).Append('>');
    }

    // A cell's lines are its words: none of them is a heading or a credit because it is short.
    private int InCell(List<WordItem> items, int i, PieceFormat without) =>
        items[i].Table is { } table ? Table(table, null, i)
        : items[i].Line!.IsPicture ? Figure(items, i)
        : items[i].Line!.Look.List is not null ? List(items, i)
        : Paragraph(items, i, without);

    private static bool IsBold(WordCell cell) =>
        cell.Blocks is [WordParagraph { Look.Bold: true }] || cell.Blocks is [WordParagraph { Lines.Count: 0 }];

    private int Figure(IReadOnlyList<WordItem> items, int i)
    {
        var shown = items[i].Line!.Pictures.ToList();
        foreach (var picture in shown.SkipLast(1)) Figure(picture, null);
        var caption = i + 1 < items.Count && captions.IsBelowPicture(items[i + 1]) ? items[i + 1].Line : null;
        Figure(shown[^1], caption);
        return caption is null ? i + 1 : i + 2;
    }

    private void Figure(int picture, WordLine? caption)
    {
        html.Append("<figure>");
        WordInline.Picture(html, picture, pictures[picture].Alt);
        if (caption is not null)
        {
            var (text, credit) = WordCaption.Read(caption);
            pictures.Describe(picture, text, credit);
            html.Append("<figcaption>");
            if (text == caption.Text) WordInline.Write(html, caption, PieceFormat.Bold);
            else SafeText.AppendEncoded(html, text);
            html.Append("</figcaption>");
            capture.Keep(caption.Unit!, "caption", "caption of the picture above it");
        }

        html.Append("</figure>");
    }

    // A caption away from its picture: above it, above its table, or of a picture that is not in the file.
    private int Caption(IReadOnlyList<WordItem> items, int i, WordLine line)
    {
        capture.Keep(line.Unit!, "caption", "style, count or words of a caption");
        var next = i + 1 < items.Count ? items[i + 1] : null;
        if (next?.Table is { } table) return Table(table, line, i + 1);
        if (next?.Line is { IsPicture: true } above && !(i + 2 < items.Count && captions.IsBelowPicture(items[i + 2])))
        {
            var shown = above.Pictures.ToList();
            Figure(shown[0], line);
            foreach (var picture in shown.Skip(1)) Figure(picture, null);
            return i + 2;
        }

        if (WordCaption.IsForTable(line) || line.Unit!.Role != LineRole.Caption) return Paragraph(items, i);
        Figure(pictures.AddLost(), line);
        return i + 1;
    }

    private int LosePicture(IReadOnlyList<WordItem> items, int i, WordLine line)
    {
        if (i == 0 || items[i - 1].Line is not { IsPicture: true }) Figure(pictures.AddLost(), null);
        capture.Drop(line.Unit!, "picture", line.Unit!.Verdict.Rule);
        return i + 1;
    }

    private int Credit(IReadOnlyList<WordItem> items, int i, WordLine line)
    {
        if (i > 0 && items[i - 1].Line is { IsPicture: true } above)
        {
            pictures.Describe(above.Pictures.Last(), null, line.Text.Trim('(', ')', '（', '）'));
            capture.Field(line.Unit!, "pictureCredit", "says who made the picture above it");
        }
        else
        {
            CaptureBody.Credit(capture, line.Unit!);
        }

        return i + 1;
    }
}
