namespace NewsPortal.Core.Articles;

/// <summary>An article's text and the account of its import: everything that no list needs.</summary>
public sealed class ArticleBody
{
    /// <summary>The article's number.</summary>
    public long ArticleId { get; set; }

    /// <summary>Safe markup; pictures stand in it as <c>picture:N</c>.</summary>
    public string Html { get; set; } = string.Empty;

    /// <summary>Plain text, one paragraph a line.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>What became of every character of the original, as JSON; null for an article written here.</summary>
    public string? LedgerJson { get; set; }

    /// <summary>Where each field came from, as <see cref="FieldOrigins"/> writes it.</summary>
    public string? OriginsJson { get; set; }

    /// <summary>Where each field came from, as it is noted now; <see cref="Note"/> and <see cref="MarkEdited"/> change it.</summary>
    public FieldOrigins Origins => FieldOrigins.Parse(OriginsJson);

    /// <summary>Titles of the lists that the capture carried, one a line; null where it had none.</summary>
    public string? Listed { get; set; }

    /// <summary>Warnings of the import, as JSON; null where there were none.</summary>
    public string? WarningsJson { get; set; }

    /// <summary>Notes where a field's value came from.</summary>
    /// <param name="field">One of <see cref="FieldOrigins.Names"/>.</param>
    /// <param name="origin">Its origin.</param>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public void Note(string field, FieldOrigin origin)
    {
        var origins = Origins;
        origins.Set(field, origin);
        OriginsJson = origins.ToString();
    }

    /// <summary>Notes that a person wrote a field: from now on no import changes it.</summary>
    /// <param name="field">One of <see cref="FieldOrigins.Names"/>.</param>
    /// <param name="editor">Who.</param>
    /// <param name="nowUtc">When.</param>
    /// <exception cref="ArgumentException">There is no such field, or nobody is named.</exception>
    public void MarkEdited(string field, string editor, DateTime nowUtc) => Note(field, FieldOrigin.Edited(editor, nowUtc));
}
