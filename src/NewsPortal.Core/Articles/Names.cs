namespace NewsPortal.Core.Articles;

/// <summary>A section: an article's one place on the site.</summary>
public sealed class Section
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>Its name as shown.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Its part of the address.</summary>
    public string Slug { get; set; } = string.Empty;

    /// <summary>Its place in the navigation, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Other spellings that files may use for it.</summary>
    public List<SectionAlias> Aliases { get; } = [];
}

/// <summary>Another spelling of a section's name.</summary>
public sealed class SectionAlias
{
    /// <summary>The spelling, folded for comparison; unique.</summary>
    public string NameKey { get; set; } = string.Empty;

    /// <summary>The section it stands for.</summary>
    public int SectionId { get; set; }
}

/// <summary>A topic.</summary>
public sealed class Tag : INamed
{
    /// <inheritdoc/>
    public int Id { get; set; }

    /// <inheritdoc/>
    public string Name { get; set; } = string.Empty;

    /// <inheritdoc/>
    public string NameKey { get; set; } = string.Empty;

    /// <inheritdoc/>
    public string Slug { get; set; } = string.Empty;
}

/// <summary>An organisation that articles come from (来源).</summary>
public sealed class Source : INamed
{
    /// <inheritdoc/>
    public int Id { get; set; }

    /// <inheritdoc/>
    public string Name { get; set; } = string.Empty;

    /// <inheritdoc/>
    public string NameKey { get; set; } = string.Empty;

    /// <inheritdoc/>
    public string Slug { get; set; } = string.Empty;
}

/// <summary>A writer.</summary>
public sealed class Author : INamed
{
    /// <inheritdoc/>
    public int Id { get; set; }

    /// <inheritdoc/>
    public string Name { get; set; } = string.Empty;

    /// <inheritdoc/>
    public string NameKey { get; set; } = string.Empty;

    /// <inheritdoc/>
    public string Slug { get; set; } = string.Empty;
}

/// <summary>What tags, sources and authors have in common: a name that is made a slug once and keeps it.</summary>
public interface INamed
{
    /// <summary>Its number.</summary>
    int Id { get; set; }

    /// <summary>Its name as first seen.</summary>
    string Name { get; set; }

    /// <summary>The name folded for comparison (width, case, script, blanks); unique.</summary>
    string NameKey { get; set; }

    /// <summary>Its part of the address; unique, kept for ever.</summary>
    string Slug { get; set; }
}

/// <summary>One topic of one article.</summary>
public sealed class ArticleTag
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article.</summary>
    public Article Article { get; set; } = null!;

    /// <summary>The topic.</summary>
    public int TagId { get; set; }

    /// <summary>The topic.</summary>
    public Tag Tag { get; set; } = null!;

    /// <summary>Its place, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Found by us, not given by the file or an editor.</summary>
    public bool Automatic { get; set; }
}

/// <summary>One writer of one article.</summary>
public sealed class ArticleAuthor
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article.</summary>
    public Article Article { get; set; } = null!;

    /// <summary>The writer.</summary>
    public int AuthorId { get; set; }

    /// <summary>The writer.</summary>
    public Author Author { get; set; } = null!;

    /// <summary>Its place, from 0.</summary>
    public int Position { get; set; }
}
