using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.StatedTimes;

namespace NewsPortal.Core.Importing.Text;

/// <summary>Time, source, writers, editor and topics from the lines of metadata round the headline and below the body.</summary>
internal static class CaptureFields
{
    private const int ReachAboveHeadline = 6;

    /// <summary>Reads them into the article.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="headline">Index of the headline's unit.</param>
    /// <param name="zone">The site's zone.</param>
    public static void Read(Capture capture, int headline, TimeZoneInfo zone)
    {
        var lines = Lines(capture, headline).ToList();
        ReadTimes(capture, lines, zone);
        ReadSplitDate(capture, headline, zone);
        ReadSource(capture, headline, lines);
        ReadWriters(capture, headline, lines);
        foreach (var unit in lines)
        {
            ReadRest(capture, unit);
        }
    }

    // Nearest first: those between headline and body, those below the body, those above the headline from its side upwards.
    private static IEnumerable<TextUnit> Lines(Capture capture, int headline)
    {
        var units = capture.Units;
        var above = Enumerable.Range(0, Math.Max(0, headline)).Reverse().Take(ReachAboveHeadline).TakeWhile(i => units[i].Role is not LineRole.Breadcrumb);
        var inside = Enumerable.Range(headline + 1, units.Count - headline - 1).TakeWhile(i => i <= capture.Body.Last || !EndsFields(units[i]));
        return inside.Concat(above).Select(i => units[i]).Where(u => u.Meta is not null && u.Role is LineRole.Meta or LineRole.Editor or LineRole.Tags or LineRole.SignOff or LineRole.OriginalTitle);
    }

    private static bool EndsFields(TextUnit unit) => unit.Role is LineRole.End or LineRole.ListHeading;

    private static void ReadTimes(Capture capture, List<TextUnit> lines, TimeZoneInfo zone)
    {
        var published = lines.Where(u => u.Meta!.Published is not null).OrderBy(u => u.Meta!.Published!.DateOnly ? 1 : 0).FirstOrDefault();
        if (published is not null)
        {
            var time = published.Meta!.Published!;
            capture.Article.Published = time;
            Mark(capture, published, MetaFieldKind.Published, "published", "date at the start of the line or behind a label");
            if (time.ZoneAssumed)
            {
                capture.Article.Warnings.Add(new(published.First, $"no time zone, taken as {zone.Id}"));
            }
        }

        if (lines.Find(u => u.Meta!.Revised is not null) is { } revised)
        {
            capture.Article.Revised = revised.Meta!.Revised;
            Mark(capture, revised, MetaFieldKind.Revised, "revised", "更新时间 label");
        }
    }

    private static void ReadSplitDate(Capture capture, int headline, TimeZoneInfo zone)
    {
        var from = Math.Max(0, headline - ReachAboveHeadline);
        var texts = capture.Units.Take(capture.Body.First).Select(u => u.Text).ToList();
        for (var i = from; i < texts.Count && capture.Article.Published is null; i++)
        {
            if (SplitDate.Read(texts, i, zone) is not { } found)
            {
                continue;
            }

            capture.Article.Published = found.Time;
            foreach (var unit in capture.Units.Skip(i).Take(found.Lines))
            {
                capture.Field(unit, "published", "date set on lines of its own");
            }
        }
    }

    private static void ReadSource(Capture capture, int headline, List<TextUnit> lines)
    {
        foreach (var labelled in new[] { true, false })
        {
            foreach (var unit in lines)
            {
                if (unit.Meta!.Fields.FirstOrDefault(f => f.Field == MetaFieldKind.Source && f.Labelled == labelled) is { } field)
                {
                    capture.Article.Source = capture.Restore(field.Value);
                    capture.Field(unit, field.Start, field.Length, "source", labelled ? "来源 label" : "organisation beside the date");
                    return;
                }
            }
        }

        ReadSourceLine(capture, headline);
    }

    // A line that is nothing but an organisation's name, beside the line with the date.
    private static void ReadSourceLine(Capture capture, int headline)
    {
        for (var i = Math.Max(1, headline); i < capture.Body.First; i++)
        {
            var unit = capture.Units[i];
            var beside = capture.Units[i - 1].Role == LineRole.Meta || (i + 1 < capture.Units.Count && capture.Units[i + 1].Role == LineRole.Meta);
            if (i != headline && beside && unit.Role == LineRole.Short && unit.Weight <= 12 && Outlet.IsOne(unit.Text))
            {
                capture.Article.Source = Outlet.Clean(unit.Text);
                capture.Field(unit, "source", "organisation on its own line beside the date");
                return;
            }
        }
    }

    private static void ReadWriters(Capture capture, int headline, List<TextUnit> lines)
    {
        for (var i = Math.Max(1, headline - 1); i < capture.Body.First; i++)
        {
            if (capture.Units[i] is { Role: LineRole.SignOff, Meta: null } unit)
            {
                Byline(capture, unit.Text);
                capture.Field(unit, "byline", "记者 and names on a line of their own");
            }
        }

        ReadWesternByline(capture, headline);
        foreach (var labelled in new[] { true, false })
        {
            foreach (var unit in lines.Where(u => labelled || u.Role == LineRole.Meta))
            {
                foreach (var field in unit.Meta!.Fields.Where(f => f.Field == MetaFieldKind.Author && f.Labelled == labelled))
                {
                    Byline(capture, field.Value, labelled);
                    if (unit.Role == LineRole.Meta)
                    {
                        capture.Field(unit, field.Start, field.Length, "byline", labelled ? "作者 or 记者 label" : "name beside the date");
                    }
                }
            }

            if (capture.Article.Authors.Count > 0)
            {
                return;
            }
        }
    }

    private static void ReadWesternByline(Capture capture, int headline)
    {
        for (var i = headline + 1; i < capture.Body.First; i++)
        {
            if (WesternByline.Names(capture.Units[i].Text) is { } names)
            {
                Byline(capture, names, true);
                capture.Field(capture.Units[i], "byline", "By … above the body");
                return;
            }
        }
    }

    /// <summary>Adds a byline: its words as printed, and the names in it.</summary>
    public static void Byline(Capture capture, string printed, bool isLabelled = false)
    {
        var article = capture.Article;
        article.Byline ??= PersonNames.Printed(printed);
        foreach (var name in PersonNames.In(printed, isLabelled))
        {
            if (!article.Authors.Contains(name))
            {
                article.Authors.Add(name);
            }
        }
    }

    private static void ReadRest(Capture capture, TextUnit unit)
    {
        var article = capture.Article;
        foreach (var field in unit.Meta!.Fields.Where(f => f.Labelled))
        {
            switch (field.Field)
            {
                case MetaFieldKind.Editor when article.Editor is null && EditorName.Clean(field.Value) is { Length: > 0 } editor:
                    article.Editor = editor;
                    capture.Field(unit, field.Start, field.Length, "editor", "责任编辑 or 编辑 label");
                    break;
                case MetaFieldKind.Tags:
                    article.Tags.AddRange(TagNames.In(field.Value).Except(article.Tags));
                    capture.Field(unit, field.Start, field.Length, "tags", "关键词 or 标签 label");
                    break;
                case MetaFieldKind.Kicker:
                    article.Kicker ??= capture.Restore(field.Value);
                    capture.Field(unit, field.Start, field.Length, "kicker", "引题 label");
                    break;
                case MetaFieldKind.Subheadline:
                    article.Subheadline ??= capture.Restore(field.Value);
                    capture.Field(unit, field.Start, field.Length, "subheadline", "副题 label");
                    break;
                case MetaFieldKind.Summary when field.Value.Length >= 10:
                    article.Summary ??= capture.Restore(field.Value);
                    capture.Field(unit, field.Start, field.Length, "summary", "摘要 label");
                    break;
            }
        }
    }

    private static void Mark(Capture capture, TextUnit unit, MetaFieldKind kind, string name, string rule)
    {
        if (unit.Meta!.Fields.FirstOrDefault(f => f.Field == kind) is { } field)
        {
            capture.Field(unit, field.Start, field.Length, name, rule);
        }
    }
}
