namespace NewsPortal.Core.Articles;

/// <summary>An address that a section, tag, source or writer once had; it answers 301 in one hop for ever.</summary>
public sealed class FormerSlug
{
    /// <summary>What it was the address of.</summary>
    public NameKind Kind { get; set; }

    /// <summary>Its part of the address, as it was; unique among its kind, and never given to another.</summary>
    public string Slug { get; set; } = string.Empty;

    /// <summary>The number of the section, tag, source or writer that it leads to.</summary>
    public int TargetId { get; set; }
}

/// <summary>Another spelling of a tag, source or writer, after a merge or a new name: files that use it mean the same one.</summary>
public sealed class NameAlias
{
    /// <summary>What it is a spelling of. Sections have <see cref="SectionAlias"/>.</summary>
    public NameKind Kind { get; set; }

    /// <summary>The spelling, folded for comparison; unique among its kind.</summary>
    public string NameKey { get; set; } = string.Empty;

    /// <summary>The number of the tag, source or writer that it stands for.</summary>
    public int TargetId { get; set; }
}
