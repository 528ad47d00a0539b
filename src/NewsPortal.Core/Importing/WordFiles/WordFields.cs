using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.StatedTimes;
using NewsPortal.Core.Importing.Text;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// Reads the fields round a document's text by the rules that text files are read by, and notes what became of each line.
/// What stands in the midst of the text is the author's and never a field.
/// </summary>
internal sealed class WordFields
{
    private const int MostAtEnd = 10;

    private readonly IReadOnlyList<WordItem> items;
    private readonly HeadZone head;
    private readonly Capture capture;
    private readonly TimeZoneInfo zone;
    private readonly int bodySize;
    private readonly int tail;
    private readonly int headUnits;
    private readonly HashSet<WordItem> taken = new(ReferenceEqualityComparer.Instance);

    private WordFields(WordText text, IReadOnlyList<WordItem> items, int bodySize, TimeZoneInfo zone)
    {
        this.items = items;
        this.zone = zone;
        this.bodySize = bodySize;
        var found = HeadZone.Find(items, bodySize);
        head = HasBody(items, found.End) ? found : new HeadZone(0, [], string.Empty);
        tail = TailOf(items, head.End);
        var above = items.Take(head.End).Select(item => item.Line?.Unit).OfType<TextUnit>().ToList();
        var below = items.Skip(tail).Select(item => item.Line?.Unit).OfType<TextUnit>();
        headUnits = above.Count;
        capture = new Capture(text.ToString(), [.. above, .. below], new BodyRange(headUnits, headUnits - 1), mayBeFolded: false);
    }

    /// <summary>Reads a document's fields.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="items">Its flow.</param>
    /// <param name="bodySize">The size of most of the text in half-points.</param>
    /// <param name="zone">The site's zone.</param>
    /// <returns>The article so far with what became of each line, and what of the flow is its body.</returns>
    public static (Capture Capture, List<WordItem> Body) Read(WordText text, IReadOnlyList<WordItem> items, int bodySize, TimeZoneInfo zone)
    {
        var fields = new WordFields(text, items, bodySize, zone);
        foreach (var line in text.Lines) fields.capture.Keep(line.Unit!, "paragraph", "paragraph of the document");
        fields.ReadHeadline();
        fields.ReadLines();
        fields.ReadDeck();
        fields.SettleHead();
        fields.SettleTail();
        return (fields.capture, [.. items.Where(item => !fields.taken.Contains(item))]);
    }

    private ExtractedArticle Article => capture.Article;

    private TextUnit Unit(int index) => items[index].Line!.Unit!;

    private void ReadHeadline()
    {
        if (head.Headline.Count == 0) return;
        var lines = head.Headline.Select(Unit).ToList();
        var labelled = lines[0].Meta?.Fields.FirstOrDefault(f => f.Field == MetaFieldKind.Headline)?.Value;
        Article.Headline = labelled ?? lines.Select(unit => unit.Text).Aggregate(Join);
        foreach (var index in head.Headline) Take(index, "headline", head.Rule);
        Article.Origins["headline"] = new FieldOrigin(lines[0].First, lines[^1].Last, head.Rule);
    }

    // Two clauses of one length are a couplet, set with a gap; anything else was broken where the line was full.
    private static string Join(string first, string second)
    {
        var isCouplet = LineShape.Weight(first) >= 6 && Math.Abs(LineShape.Weight(first) - LineShape.Weight(second)) <= 1;
        return first[^1] >= '\u2E80' && second[0] >= '\u2E80' && !isCouplet ? first + second : $"{first} {second}";
    }

    private void ReadLines()
    {
        foreach (var unit in capture.Units.Where(unit => unit.Meta is not null && unit.Role is LineRole.Meta or LineRole.Editor or LineRole.Tags))
            capture.Drop(unit, "meta", "label of a field");
        var index = head.Headline.Count == 0 ? -1 : capture.Units.ToList().IndexOf(Unit(head.Headline[0]));
        CaptureFields.Read(capture, index, zone);
        if (Article.Byline is null || Article.Origins.ContainsKey("byline")) return;
        var signed = capture.Units.FirstOrDefault(unit => unit.Role == LineRole.SignOff);
        Article.Origins["byline"] = new FieldOrigin(signed?.First ?? 0, signed?.Last ?? 0, "记者 or 作者 label");
    }

    private void ReadDeck()
    {
        var first = head.Headline.Count == 0 ? 0 : head.Headline[0];
        var last = head.Headline.Count == 0 ? -1 : head.Headline[^1];
        for (var i = 0; i < head.End; i++)
        {
            if (head.Headline.Contains(i) || items[i].Line is not { Unit: { } unit } line || IsField(unit)) continue;
            if (Styled(line, i) || unit.Role is not (LineRole.Short or LineRole.Prose)) continue;
            if (HeadZone.NamesThePaper(unit.Text)) Drop(i, "paper", "says what kind of paper this is");
            else if (last >= 0 && HeadlineFinder.Repeats(unit.Text, Article.Headline)) Drop(i, "headline-repeated", "repeats the headline or its first clause");
            else if (Outlet.IsOne(unit.Text) && unit.Weight <= 14 && Article.Source is null) Set(i, "source", Article.Source = Outlet.Clean(unit.Text), "organisation on its own line above the text");
            else if (i > last && last >= 0 && Article.Byline is null && PersonNames.AreChineseNames(unit.Text)) Byline(i, "names on a line of their own below the headline");
            else if (last >= 0 && i < first && Article.Kicker is null && IsNext(i, first) && unit.CanBeHeadline) Set(i, "kicker", Article.Kicker = unit.Text, "line above the headline");
            else if (last >= 0 && i > last && Article.Subheadline is null && IsSubheadline(line, i)) Set(i, "subheadline", Article.Subheadline = unit.Text.TrimStart('—', '-', ' '), "line below the headline");
        }
    }

    private bool Styled(WordLine line, int index)
    {
        var text = line.Text;
        switch (line.Look.Role)
        {
            case StyleRole.Kicker when Article.Kicker is null: Set(index, "kicker", Article.Kicker = text, "style of a kicker"); return true;
            case StyleRole.Subheadline when Article.Subheadline is null: Set(index, "subheadline", Article.Subheadline = text.TrimStart('—', '-', ' '), "style of a subheadline"); return true;
            case StyleRole.Byline when Article.Byline is null: Byline(index, "style of a byline"); return true;
            case StyleRole.Source when Article.Source is null && Outlet.Clean(text) is { Length: > 0 } source: Set(index, "source", Article.Source = source, "style of a source"); return true;
            case StyleRole.Date when Article.Published is null && StatedTimeParser.Parse(text, zone) is { } time:
                Article.Published = time;
                Set(index, "published", text, "style of a date");
                return true;
            default: return false;
        }
    }

    // Between the headline and the line of fields, or set apart: a salutation or a first line of verse is neither.
    private bool IsSubheadline(WordLine line, int index)
    {
        var unit = line.Unit!;
        if (HeadlineFinder.IsDashed(unit)) return true;
        if (!unit.CanBeHeadline || unit.Text[^1] is '：' or ':' || line.IsHeading) return false;
        var fieldsFollow = Enumerable.Range(index + 1, head.End - index - 1).Any(i => items[i].Line?.Unit is { Role: LineRole.Meta or LineRole.SignOff });
        return fieldsFollow || line.Look.Centred || line.Look.Size >= bodySize + 2 || (line.Look.Bold && unit.Role == LineRole.Short);
    }

    private bool IsNext(int from, int to) => Enumerable.Range(from + 1, to - from - 1).All(i => items[i].Line is { IsPicture: true });

    private void SettleHead()
    {
        for (var i = 0; i < head.End; i++)
        {
            if (items[i].Line?.Unit is not { } unit || taken.Contains(items[i])) continue;
            if (unit.Role is LineRole.Meta or LineRole.Editor or LineRole.Tags or LineRole.SignOff || IsField(unit))
            {
                taken.Add(items[i]);
                if (unit.Role == LineRole.SignOff) capture.Field(unit, "byline", unit.Verdict.Rule);
                else if (!IsField(unit)) capture.Drop(unit, unit.Verdict.As, unit.Verdict.Rule);
            }
            else if (unit.Role is LineRole.Breadcrumb or LineRole.OriginalTitle or LineRole.End || IsTool(unit))
            {
                Drop(i, unit.Verdict.As, unit.Verdict.Rule);
            }
        }
    }

    private void SettleTail()
    {
        for (var i = tail; i < items.Count; i++)
        {
            if (items[i].Line?.Unit is not { } unit) continue;
            if (IsTool(unit)) Drop(i, unit.Verdict.As, unit.Verdict.Rule);
            else if (unit.Role != LineRole.SignOff && IsField(unit)) taken.Add(items[i]);
            else capture.Keep(unit, "paragraph", "paragraph of the document");
        }
    }

    // 时间：本周六晚上 tells readers when to come; the shared rules see a label whose time cannot be read.
    private static bool IsTool(TextUnit unit) => unit.Role == LineRole.Tool && !unit.Text.StartsWith('时') && !unit.Text.StartsWith('日');

    private bool IsField(TextUnit unit) => Article.Origins.Values.Any(origin => origin.Line == unit.First)
        || (unit.Role == LineRole.Tags && Article.Tags.Count > 0);

    private void Byline(int index, string rule)
    {
        CaptureFields.Byline(capture, Unit(index).Text, isLabelled: true);
        Take(index, "byline", rule);
    }

    private void Set(int index, string field, string value, string rule)
    {
        if (value.Length > 0) Take(index, field, rule);
    }

    private void Take(int index, string field, string rule)
    {
        taken.Add(items[index]);
        capture.Field(Unit(index), field, rule);
    }

    private void Drop(int index, string what, string rule)
    {
        taken.Add(items[index]);
        capture.Drop(Unit(index), what, rule);
    }

    private static bool HasBody(IReadOnlyList<WordItem> items, int from) => items.Skip(from).Any(item => item.Table is not null || item.Line is { Unit: not null } or { IsPicture: true });

    // The closing lines that hold fields, from the end upwards.
    private static int TailOf(IReadOnlyList<WordItem> items, int headEnd)
    {
        var first = items.Count;
        while (first > headEnd + 1 && items.Count - first < MostAtEnd && items[first - 1].Line is { Unit: { } unit, Look.List: null }
            && (unit.Role is LineRole.Meta or LineRole.Editor or LineRole.Tags or LineRole.SignOff or LineRole.PictureCredit or LineRole.Tool
                || (unit.Role == LineRole.Short && first < items.Count && items[first].Line?.Unit?.Role == LineRole.Meta && Outlet.IsOne(unit.Text)))) first--;
        return first;
    }
}
