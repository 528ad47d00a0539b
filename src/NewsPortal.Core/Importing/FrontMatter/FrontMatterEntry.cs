namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>One key of a front matter with its values, whatever language it was written in.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Values">Its values as written, none where it is empty; a list of lists is made one list.</param>
/// <param name="IsList">True where the file states a list, so that a comma inside a value parts nothing.</param>
/// <param name="Line">The line it begins on, counted from 1 in the file; 0 where it has none.</param>
/// <param name="Problem">Why a value was left out; null where none was.</param>
internal sealed record FrontMatterEntry(string Key, IReadOnlyList<string> Values, bool IsList, int Line, string? Problem = null)
{
    public string? First => Values.Count > 0 ? Values[0] : null;
}

/// <summary>What stands above an article.</summary>
/// <param name="Entries">Its keys, in order.</param>
/// <param name="Length">Characters (UTF-16) from the start of the text to the end of its closing line.</param>
/// <param name="Lines">Lines it takes.</param>
/// <param name="IsComment">True for <c>[#]:</c> comments, whose subject is the original's headline rather than the translation's.</param>
internal sealed record FrontMatterBlock(IReadOnlyList<FrontMatterEntry> Entries, int Length, int Lines, bool IsComment = false)
{
    public static FrontMatterBlock None { get; } = new([], 0, 0);
}
