using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>What Word prints before a paragraph that it counts.</summary>
/// <param name="Place">Its place in a list, where a list shows it as Word does; null where <paramref name="Label"/> must be written out.</param>
/// <param name="Label">The words that Word prints: <c>一、</c>, <c>（二）</c>, <c>第三条</c>.</param>
internal sealed record Counted(ListPlace? Place, string Label);

/// <summary>Counts a document's numbered paragraphs as Word does; the numbers stand nowhere in the file.</summary>
internal sealed partial class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, Dictionary<int, Level>> levels = [];
    private readonly Dictionary<int, int> lists = [];
    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int Number, int Level)> restarted = [];

    /// <summary>Reads the definitions.</summary>
    /// <param name="root">The numbering part's tree; null where the document has none.</param>
    /// <param name="styles">The styles, which may stand for a numbering.</param>
    public WordNumbering(OpenXmlElement? root, WordStyles styles)
    {
        var definitions = new Dictionary<int, OpenXmlElement>();
        foreach (var definition in root.Children("abstractNum"))
            if (WordXml.Int(definition.Attribute("abstractNumId")) is { } id) definitions.TryAdd(id, definition);
        var numbers = new Dictionary<int, OpenXmlElement>();
        foreach (var number in root.Children("num"))
            if (WordXml.Int(number.Attribute("numId")) is { } id) numbers.TryAdd(id, number);
        foreach (var (id, number) in numbers)
        {
            if (number.Number("abstractNumId") is not { } list || !definitions.TryGetValue(list, out var definition)) continue;
            if (definition.Value("numStyleLink") is { } link && styles.NumberingOf(link) is { } linked && numbers.TryGetValue(linked, out var other)
                && other.Number("abstractNumId") is { } otherList && definitions.TryGetValue(otherList, out var otherDefinition))
                (list, definition) = (otherList, otherDefinition);
            lists[id] = list;
            levels[id] = Read(number, definition);
        }
    }

    /// <summary>Counts a paragraph.</summary>
    /// <param name="numbering">Its <c>numPr</c>.</param>
    /// <returns>What stands before it; null where nothing does.</returns>
    public Counted? Next(OpenXmlElement numbering)
    {
        var number = numbering.Number("numId") ?? 0;
        var level = Math.Clamp(numbering.Number("ilvl") ?? 0, 0, Levels - 1);
        if (number == 0 || !levels.TryGetValue(number, out var definition)) return null;
        var counts = Counters(number, definition, level);
        if (!definition.TryGetValue(level, out var how)) return null;
        if (how.Format is "bullet" or "none") return how.Format == "none" && how.Text.Length == 0 ? null : new(new(level, false, 1), string.Empty);
        var label = Places().Replace(how.Text, place => Label(definition, counts, place.Value[1] - '1'));
        return new(IsPlain(how, level) ? new(level, true, counts[level]) : null, label);
    }

    private int[] Counters(int number, Dictionary<int, Level> definition, int level)
    {
        // Lists that share a definition share its count, unless one says that it starts again.
        if (!counters.TryGetValue(lists[number], out var counts)) counters[lists[number]] = counts = new int[Levels];
        if (definition.TryGetValue(level, out var how) && how.Restart is { } restart && restarted.Add((number, level))) counts[level] = restart - 1;
        else if (counts[level] == 0) counts[level] = (definition.GetValueOrDefault(level)?.Start ?? 1) - 1;
        counts[level] = Math.Clamp(counts[level] + 1, 0, 99_999);
        Array.Clear(counts, level + 1, Levels - level - 1);
        for (var above = 0; above < level; above++)
            if (counts[above] == 0) counts[above] = definition.GetValueOrDefault(above)?.Start ?? 1;
        return counts;
    }

    private static string Label(Dictionary<int, Level> definition, int[] counts, int level) =>
        level is >= 0 and < Levels && definition.TryGetValue(level, out var how) ? NumberText.Of(counts[level], how.Format) : string.Empty;

    // A list in a page counts 1, 2, 3: what prints as 第一条 or 一、 must be written out to stay the same.
    private static bool IsPlain(Level how, int level) =>
        NumberText.CountsLikeLists(how.Format) && PlainText().Match(how.Text) is { Success: true } match && match.Value.Contains((char)('1' + level), StringComparison.Ordinal);

    private static Dictionary<int, Level> Read(OpenXmlElement number, OpenXmlElement definition)
    {
        var read = new Dictionary<int, Level>();
        foreach (var level in definition.Children("lvl"))
            if (WordXml.Int(level.Attribute("ilvl")) is >= 0 and < Levels and var index) read.TryAdd(index, Of(level, null));
        foreach (var change in number.Children("lvlOverride"))
        {
            if (WordXml.Int(change.Attribute("ilvl")) is not (>= 0 and < Levels and var index)) continue;
            if (change.Child("lvl") is { } level) read[index] = Of(level, change.Number("startOverride"));
            else if (read.TryGetValue(index, out var known)) read[index] = known with { Restart = change.Number("startOverride") };
        }

        return read;
    }

    private static Level Of(OpenXmlElement level, int? restart)
    {
        var text = level.Value("lvlText") ?? string.Empty;
        return new(level.Value("numFmt") ?? "decimal", text.Length <= 40 ? text : text[..40], Math.Clamp(level.Number("start") ?? 1, 0, 32_767), restart);
    }

    [GeneratedRegex("%[1-9]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Places();

    [GeneratedRegex(@"^[（(\[]?%[1-9][）)\].．、:：]?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlainText();

    private sealed record Level(string Format, string Text, int Start, int? Restart);
}
