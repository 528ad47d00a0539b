using System.Text.Json.Serialization;

namespace NewsPortal.Core.Articles;

/// <summary>Where a field's value came from: a rule and lines of the file, or the person who edited it.</summary>
/// <param name="Line">First line of the file, counted from 1; 0 where there is no line to name (an attribute, a file name, an option).</param>
/// <param name="LastLine">Last line, inclusive.</param>
/// <param name="Rule">The rule that found it, for a person to read: <c>front matter: title</c>, <c>来源 label</c>, <c>folder "城市"</c>.</param>
public sealed record FieldOrigin(int Line, int LastLine, string Rule)
{
    /// <summary>Who wrote the value; null where an importer read it.</summary>
    public string? EditedBy { get; init; }

    /// <summary>When it was written by hand.</summary>
    public DateTime? EditedUtc { get; init; }

    /// <summary>True for a value that no importer may change.</summary>
    [JsonIgnore]
    public bool IsEdited => EditedBy is not null;

    /// <summary>A value that a person wrote.</summary>
    /// <param name="editor">Who.</param>
    /// <param name="nowUtc">When.</param>
    public static FieldOrigin Edited(string editor, DateTime nowUtc)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(editor);
        return new FieldOrigin(0, 0, "edited by hand") { EditedBy = editor, EditedUtc = nowUtc };
    }

    /// <summary>A value that stands on no line of the file.</summary>
    /// <param name="rule">The rule.</param>
    public static FieldOrigin By(string rule) => new(0, 0, rule);
}
