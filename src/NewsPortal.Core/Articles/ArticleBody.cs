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

    /// <summary>Where each field came from, as JSON: field name, then line, last line and rule.</summary>
    public string? OriginsJson { get; set; }

    /// <summary>Titles of the lists that the capture carried, one a line; null where it had none.</summary>
    public string? Listed { get; set; }

    /// <summary>Warnings of the import, as JSON; null where there were none.</summary>
    public string? WarningsJson { get; set; }
}
