namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>What an editor should know of a document: each thing once, and no more than anyone reads.</summary>
internal sealed class WordWarnings
{
    private const int Most = 50;

    private readonly List<ImportWarning> said = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The warnings, in the order in which they were first given.</summary>
    public IReadOnlyList<ImportWarning> Said => said;

    /// <summary>Gives one; further ones than the cap are summed up in a last one.</summary>
    public void Add(string message)
    {
        if (said.Count > Most || !known.Add(message)) return;
        said.Add(new ImportWarning(0, said.Count < Most ? message : "the document gives rise to more warnings, which are not listed"));
    }
}
