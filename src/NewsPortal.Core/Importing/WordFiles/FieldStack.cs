using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// The fields that stand open while a story is read: what Word computes (links, counts, tables of contents). A field's code
/// is no text of the document; its last result is.
/// </summary>
internal sealed partial class FieldStack
{
    // Word nests a handful; what is opened beyond is read as plain text.
    private const int MostOpen = 64;

    private readonly List<Field> open = [];

    /// <summary>True while a field's code is read, which is not shown.</summary>
    public bool InCode => open.Exists(one => !one.Separated);

    /// <summary>The address that the innermost open HYPERLINK field leads to; null for none.</summary>
    public string? Link => open.FindLast(one => one.Link is not null)?.Link;

    /// <summary>True inside a table of contents or an index.</summary>
    public bool InContents => open.Exists(one => one.Separated && one.Name is "TOC" or "TOA" or "INDEX");

    /// <summary>True once a field that counts figures or tables was met; the paragraph is a caption.</summary>
    public bool Counted { get; set; }

    /// <summary>Takes up the next field character.</summary>
    /// <param name="kind"><c>begin</c>, <c>separate</c> or <c>end</c>.</param>
    /// <returns>The code of a field that ended without a result; null otherwise.</returns>
    public string? Next(string? kind)
    {
        if (kind == "begin" && open.Count < MostOpen) open.Add(new Field());
        else if (kind == "separate" && open.Count > 0) Separate(open[^1]);
        else if (kind == "end" && open.Count > 0)
        {
            var last = open[^1];
            open.RemoveAt(open.Count - 1);
            return last.Separated ? null : last.Code;
        }

        return null;
    }

    /// <summary>Adds to the code of the innermost open field.</summary>
    public void Code(string text)
    {
        const int longest = 4000;
        if (open.FindLast(field => !field.Separated) is { } field && field.Code.Length < longest) field.Code += text;
    }

    /// <summary>Opens a field whose code stands in an attribute.</summary>
    public void Open(string code)
    {
        Next("begin");
        Code(code);
        Next("separate");
    }

    private void Separate(Field field)
    {
        field.Separated = true;
        var code = Start().Match(field.Code);
        field.Name = code.Groups["name"].Value.ToUpperInvariant();
        if (field.Name == "HYPERLINK" && code.Groups["first"] is { Success: true } address && !address.Value.StartsWith('\\')) field.Link = address.Value.Trim('"', '“', '”');
        Counted |= field.Name == "SEQ";
    }

    [GeneratedRegex(@"^\s{0,20}(?<name>[A-Za-z]{1,30})(?:\s{1,20}(?<first>[""“][^""“”]{0,2000}[""”]|\S{1,2000}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    private sealed class Field
    {
        public string Code { get; set; } = string.Empty;

        public string Name { get; set; } = string.Empty;

        public string? Link { get; set; }

        public bool Separated { get; set; }
    }
}
