using System.Globalization;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>Reads TOML from its syntax tree, which knows the lines.</summary>
internal static class TomlFrontMatter
{
    public static List<FrontMatterEntry> Parse(string toml, int firstLine)
    {
        var document = SyntaxParser.Parse(toml, null, true);
        var error = document.Diagnostics.FirstOrDefault(message => message.Kind == DiagnosticMessageKind.Error);
        if (error is not null) throw new RejectedInputException($"the front matter is not TOML: {error.Message}", firstLine + error.Span.Start.Line);
        var entries = new List<FrontMatterEntry>();
        foreach (var pair in document.KeyValues) entries.Add(Entry(pair, string.Empty));
        foreach (var table in document.Tables)
        {
            // Hugo keeps its lists of terms in [taxonomies] and what a site makes up in [params]; the keys are the same.
            var name = Name(table.Name);
            var prefix = name is "taxonomies" or "params" or "extra" ? string.Empty : name + ".";
            foreach (var pair in table.Items) entries.Add(Entry(pair, prefix));
        }

        return entries;

        FrontMatterEntry Entry(KeyValueSyntax pair, string prefix)
        {
            var values = new List<string>();
            var complete = Add(pair.Value, values, 1);
            return new FrontMatterEntry(
                prefix + Name(pair.Key), values, pair.Value is ArraySyntax, firstLine + pair.Span.Start.Line,
                complete ? null : "a table where a value is expected was left out");
        }
    }

    private static string Name(KeySyntax? key) => key is null ? string.Empty : key.ToString().Trim().Trim('"', '\'');

    private static bool Add(SyntaxNode? value, List<string> values, int depth)
    {
        if (depth > FrontMatterReader.DeepestNesting) throw FrontMatterReader.TooDeep();
        switch (value)
        {
            case StringValueSyntax text: values.Add(text.Value ?? string.Empty); return true;
            case IntegerValueSyntax number: values.Add(number.Value.ToString(CultureInfo.InvariantCulture)); return true;
            case BooleanValueSyntax truth: values.Add(truth.Value ? "true" : "false"); return true;
            case ArraySyntax array: return array.Items.Aggregate(true, (all, item) => Add(item.Value, values, depth + 1) && all);
            case InlineTableSyntax table:
                var named = table.Items.Select(item => item.KeyValue).FirstOrDefault(pair => pair is not null && FieldNames.NamesItsTable(Name(pair.Key)));
                return named is not null && Add(named.Value, values, depth + 1);
            case null: return true;
            default: values.Add(value.ToString().Trim()); return true;
        }
    }
}
