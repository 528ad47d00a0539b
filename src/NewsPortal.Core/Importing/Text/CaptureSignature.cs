using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>The words that open a report and the names that close it, in captures and Word files; both stay in the text.</summary>
internal static class CaptureSignature
{
    private const int Paragraphs = 3;

    /// <summary>Reads them; writers only where nothing better states who wrote it.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="body">The units of its body, in order.</param>
    public static void Read(Capture capture, IEnumerable<TextUnit> body)
    {
        var prose = body.Where(unit => unit.Role is LineRole.Prose or LineRole.SignOff).ToList();
        foreach (var unit in prose.Take(Paragraphs))
        {
            if (Dateline.Read(unit.Text) is not { } dateline)
            {
                continue;
            }

            capture.Article.Dateline = dateline.Text;
            capture.Article.Origins.TryAdd("dateline", new FieldOrigin(unit.First, unit.Last, "words that open the report"));
            Sign(capture, unit, dateline.Byline, "bracket behind the dateline");
            break;
        }

        foreach (var unit in prose.AsEnumerable().Reverse().Take(Paragraphs))
        {
            Sign(capture, unit, unit.Role == LineRole.SignOff ? unit.Text : Dateline.Closing(unit.Text), "signs off the report");
        }
    }

    private static void Sign(Capture capture, TextUnit unit, string? byline, string rule)
    {
        if (byline is null || capture.Article.Authors.Count > 0)
        {
            return;
        }

        CaptureFields.Byline(capture, byline);
        capture.Article.Origins.TryAdd("byline", new FieldOrigin(unit.First, unit.Last, rule));
    }
}
