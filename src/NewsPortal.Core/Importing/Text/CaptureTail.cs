using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>What stands below the body: credits, and the lists of other articles that the page carried.</summary>
internal static partial class CaptureTail
{
    /// <summary>Reads it: titles of related and latest lists are recorded, everything is left out of the body.</summary>
    public static void Read(Capture capture)
    {
        string? list = null;
        for (var i = capture.Body.Last + 1; i < capture.Units.Count; i++)
        {
            var unit = capture.Units[i];
            list = unit.Role switch
            {
                LineRole.ListHeading => unit.Verdict.As,
                LineRole.End => null,
                _ => list,
            };

            if (unit.Role == LineRole.PictureCredit && list is null)
            {
                CaptureBody.Credit(capture, unit);
            }
            else if (list is not null && unit.Role != LineRole.ListHeading)
            {
                ReadTitle(capture, unit, list);
            }
            else if (!capture.Article.Origins.Values.Any(o => o.Line == unit.First))
            {
                capture.Drop(unit, unit.Role is LineRole.Short or LineRole.Prose ? "after-body" : unit.Verdict.As, unit.Role is LineRole.Short or LineRole.Prose
                    ? "stands below the end of the article"
                    : unit.Verdict.Rule);
            }
        }
    }

    private static void ReadTitle(Capture capture, TextUnit unit, string list)
    {
        var title = Bullet().Replace(unit.Text, string.Empty).Trim();
        var isTitle = unit.Role is LineRole.Short or LineRole.Prose or LineRole.SignOff or LineRole.Caption or LineRole.Heading
            && unit.Weight >= 4 && !Age().IsMatch(title) && !(unit.Weight <= 8 && Outlet.IsOne(title));
        if (isTitle && list is "related" or "latest")
        {
            capture.Article.Listed.Add(capture.Restore(title));
        }

        capture.Drop(unit, list, isTitle ? $"title in the list of {list} articles" : $"in the list of {list} articles");
    }

    [GeneratedRegex(@"^(?:[·•・▪■●◆▶*>-]\s{0,3}|\d{1,2}[\s.、]\s{0,3}(?=\D))", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    // Who published a title and how long ago stands below it in many lists.
    [GeneratedRegex(@"\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|天|日|周|个月|月|年)前$|^\d[\d\s:/.-]{3,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Age();
}
