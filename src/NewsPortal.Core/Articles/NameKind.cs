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

    /// <summary>A page beside the articles: it has addresses, and is no name that articles bear.</summary>
    Page = 5,

    /// <summary>A story: it has an introduction as the others do, and is no name that files give.</summary>
    Story = 6,
}

/// <summary>What the kinds are called in addresses, and which type each has.</summary>
public static class NameKinds
{
    /// <summary>The kinds that articles bear.</summary>
    public static IReadOnlyList<NameKind> OfArticles { get; } = [NameKind.Section, NameKind.Tag, NameKind.Source, NameKind.Author];

    /// <summary>The kind of a type.</summary>
    /// <typeparam name="T">Tag, source or writer.</typeparam>
    public static NameKind Of<T>()
        where T : INamed => typeof(T) == typeof(Tag) ? NameKind.Tag : typeof(T) == typeof(Source) ? NameKind.Source : NameKind.Author;

    /// <summary>The folder of a kind's addresses: <c>sections</c>, <c>tags</c>, <c>sources</c>, <c>authors</c>, <c>pages</c>, <c>stories</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Folder(this NameKind kind) => kind switch
    {
        NameKind.Section => "sections",
        NameKind.Tag => "tags",
        NameKind.Source => "sources",
        NameKind.Page => "pages",
        NameKind.Story => "stories",
        _ => "authors",
    };
}
