using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>
/// Reads YAML by its events alone: no type is ever made from a tag, and an alias stands for a single value, never for a
/// collection, so ten lines cannot become a billion values.
/// </summary>
internal sealed class YamlFrontMatter
{
    private const int MostValues = 5000;
    private static readonly string[] PlainTags = ["!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:null", "tag:yaml.org,2002:seq"];

    private readonly Parser parser;
    private readonly int firstLine;
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);
    private List<string> values = [];
    private string? problem;

    private YamlFrontMatter(string yaml, int firstLine)
    {
        parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
        this.firstLine = firstLine;
    }

    public static List<FrontMatterEntry> Parse(string yaml, int firstLine)
    {
        try
        {
            return ParseStrictly(yaml, firstLine);
        }
        catch (RejectedInputException) when (Indented(yaml) is { } repaired && repaired != yaml)
        {
            try
            {
                return ParseStrictly(repaired, firstLine);
            }
            catch (RejectedInputException)
            {
                // The repair did not help; the first error is about what the author wrote.
            }

            throw;
        }
    }

    // A value that goes on in the next line must be indented; other parsers forgive that, and authors rely on it.
    private static string Indented(string yaml) => string.Join('\n', yaml.Split('\n').Select(line =>
        line.Trim().Length == 0 || char.IsWhiteSpace(line[0]) || line[0] is '-' or '#' or ']' or '}' || LooksLikeKey(line) ? line : "  " + line));

    private static bool LooksLikeKey(string line) => line.IndexOf(':', StringComparison.Ordinal) is > 0 and < 40;

    private static List<FrontMatterEntry> ParseStrictly(string yaml, int firstLine)
    {
        try
        {
            return new YamlFrontMatter(yaml, firstLine).Read();
        }
        catch (YamlException error)
        {
            throw new RejectedInputException($"the front matter is not YAML: {Reason(error)}", firstLine + (int)Math.Max(0, error.Start.Line - 1));
        }
        catch (ArgumentOutOfRangeException)
        {
            // The scanner does not check that an escape such as \ud800 names a character.
            throw new RejectedInputException("the front matter is not YAML: an escape sequence names no character", firstLine);
        }
    }

    private List<FrontMatterEntry> Read()
    {
        var entries = new List<FrontMatterEntry>();
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) return entries;
        if (parser.Accept<Scalar>(out var only) && IsNull(only)) return entries;
        if (!parser.TryConsume<MappingStart>(out _))
            throw new RejectedInputException("the front matter is not a list of \"key: value\" lines (is a space missing after a colon?)", firstLine);
        while (!parser.TryConsume<MappingEnd>(out _)) Entry(entries);
        return entries;
    }

    private void Entry(List<FrontMatterEntry> entries)
    {
        var line = firstLine + (int)Math.Max(0, parser.Current!.Start.Line - 1);
        var key = parser.TryConsume<Scalar>(out var name) ? name.Value : null;
        if (key is null) Skip(1);
        else Remember(name!);
        values = [];
        problem = null;
        var isList = parser.Accept<SequenceStart>(out var list);
        var isPlain = list is null || IsPlain(list.Tag);
        Value(1);
        if (problem is not null && !isPlain) values = [];
        if (key is not null) entries.Add(new FrontMatterEntry(key, values, isList, line, problem));
    }

    private void Value(int depth)
    {
        var line = firstLine + (int)Math.Max(0, parser.Current!.Start.Line - 1);
        if (depth > FrontMatterReader.DeepestNesting) throw FrontMatterReader.TooDeep(line);
        if (values.Count > MostValues) throw new RejectedInputException($"the front matter holds more than {MostValues} values under one key", line);
        if (parser.TryConsume<Scalar>(out var scalar)) Add(scalar);
        else if (parser.TryConsume<AnchorAlias>(out var alias)) Add(alias, line);
        else if (parser.TryConsume<SequenceStart>(out var list))
        {
            if (!IsPlain(list.Tag)) problem ??= $"a value of the type {list.Tag.Value} was left out";
            while (!parser.TryConsume<SequenceEnd>(out _)) Value(depth + 1);
        }
        else if (parser.TryConsume<MappingStart>(out _)) Table(depth);
        else throw new RejectedInputException("the front matter is not YAML that can be read here", line);
    }

    /// <summary>Of a table within a value only its name or address is read (<c>authors: [{name: …}]</c>).</summary>
    private void Table(int depth)
    {
        var before = values.Count;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var inner = parser.TryConsume<Scalar>(out var name) ? name.Value : null;
            if (inner is null) Skip(depth + 1);
            var kept = values;
            values = [];
            Value(depth + 1);
            if (values.Count > 0 && kept.Count == before && FieldNames.NamesItsTable(inner)) kept.Add(values[0]);
            values = kept;
        }

        if (values.Count == before) problem ??= "a table where a value is expected was left out";
    }

    private void Skip(int depth)
    {
        var kept = values;
        values = [];
        Value(depth);
        values = kept;
    }

    private void Add(Scalar scalar)
    {
        Remember(scalar);
        if (!IsPlain(scalar.Tag))
        {
            problem ??= $"a value of the type {scalar.Tag.Value} was left out";
            return;
        }

        if (!IsNull(scalar)) values.Add(scalar.Value);
    }

    private void Add(AnchorAlias alias, int line) => values.Add(anchors.TryGetValue(alias.Value.Value, out var value)
        ? value
        : throw new RejectedInputException($"the front matter refers to *{alias.Value.Value}, which is not a single value above it: quote the value if it begins with an asterisk", line));

    private void Remember(Scalar scalar)
    {
        if (!scalar.Anchor.IsEmpty) anchors[scalar.Anchor.Value] = scalar.Value;
    }

    private static bool IsPlain(TagName tag) => tag.IsEmpty || PlainTags.Contains(tag.Value, StringComparer.Ordinal);

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";

    private static string Reason(YamlException error)
    {
        var message = error.InnerException?.Message ?? error.Message;
        var colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return colon < 0 ? message : message[(colon + 3)..];
    }
}
