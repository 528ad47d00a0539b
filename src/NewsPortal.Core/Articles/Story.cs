namespace NewsPortal.Core.Articles;

/// <summary>Reports of one event over time (故事线). Its articles bear its number in <see cref="Article.StoryId"/>.</summary>
public sealed class Story
{
    /// <summary>Its number: that of the report that founded it.</summary>
    public long Id { get; set; }

    /// <summary>Its name: what most of its articles have in common, or what an editor called it.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>An editor named it: no re-run changes that.</summary>
    public bool IsNamed { get; set; }

    /// <summary>Its part of the address; unique, kept for ever.</summary>
    public string Slug { get; set; } = string.Empty;

    /// <summary>How many public reports it has, reprints counted once. Fewer than <see cref="LeastReports"/> are no story.</summary>
    public int Reports { get; set; }

    /// <summary>How many it had when its name was last made.</summary>
    public int ReportsWhenNamed { get; set; }

    /// <summary>The story that an editor merged it into; its address redirects there.</summary>
    public long? MergedIntoId { get; set; }

    /// <summary>Two reports are related; three tell a story.</summary>
    public const int LeastReports = 3;

    /// <summary>Its address, root-relative.</summary>
    public string Path => $"/stories/{Slug}";
}
