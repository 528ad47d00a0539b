namespace NewsPortal.Core.Importing;

/// <summary>Says which files of a folder are sample content: those that its hidden list names, and no file added beside them.</summary>
public static class SampleContent
{
    /// <summary>Name of the list: one path below the folder a line.</summary>
    public const string ListName = ".samples";

    /// <summary>Reads the list.</summary>
    /// <param name="folder">The imported folder.</param>
    /// <returns>The rule; a rows of a JSON Lines file belongs to its file.</returns>
    public static Predicate<string> In(string folder)
    {
        var list = Path.Combine(folder, ListName);
        if (!File.Exists(list))
        {
            return _ => false;
        }

        var paths = File.ReadLines(list).Select(l => l.Trim()).Where(l => l.Length > 0).ToHashSet(StringComparer.Ordinal);
        return path => paths.Contains(path) || (path.LastIndexOf(':') is > 0 and var colon && paths.Contains(path[..colon]));
    }
}
