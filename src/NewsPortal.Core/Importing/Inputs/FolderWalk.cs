using NewsPortal.Core.Exporting;

namespace NewsPortal.Core.Importing.Inputs;

/// <summary>The files below a folder, in ordinal order of their paths, without hidden ones and without following links.</summary>
internal static class FolderWalk
{
    public static IEnumerable<string> Files(string folder)
    {
        var files = new List<string>();
        Gather(folder, files, Documents(folder));
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    // Documents that an export of ours put beside the articles are no articles themselves.
    private static string? Documents(string folder) =>
        File.Exists(Path.Combine(folder, ExportFolder.ListName)) ? Path.Combine(folder, ExportedDocuments.Folder) : null;

    private static void Gather(string folder, List<string> files, string? documents)
    {
        if (folder == documents) return;
        IEnumerable<FileSystemInfo> entries;
        try
        {
            entries = new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return;
        }

        foreach (var entry in entries)
        {
            // Word keeps a file of this name beside every document that is open.
            if (entry.Name.StartsWith("~$", StringComparison.Ordinal)) continue;

            // A link may lead out of the folder, or back into it for ever.
            if (entry.Name.StartsWith('.') || entry.LinkTarget is not null) continue;
            if (entry is DirectoryInfo) Gather(entry.FullName, files, documents);
            else files.Add(Path.Combine(folder, entry.Name));
        }
    }
}
