namespace NewsPortal.Core.Articles;

/// <summary>What kind of name. The numbers are stored.</summary>
public enum NameKind
{
    /// <summary>A section.</summary>
    Section = 1,

    /// <summary>A topic.</summary>
    Tag = 2,

    /// <summary>A source.</summary>
    Source = 3,

    /// <summary>A writer.</summary>
    Author = 4,
}
