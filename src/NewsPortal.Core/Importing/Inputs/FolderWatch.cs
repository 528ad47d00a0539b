namespace NewsPortal.Core.Importing.Inputs;

/// <summary>
/// Notices which files below some paths are new or changed, by looking again and again: events of the file system get lost
/// on network drives and under load. A file counts once it has stopped changing, so none is read half written.
/// </summary>
public sealed class FolderWatch
{
    private readonly IReadOnlyList<string> _paths;
    private readonly Dictionary<string, Stamp> _known;
    private Dictionary<string, Stamp> _seen = new(StringComparer.Ordinal);

    /// <summary>Begins: what is there now is known.</summary>
    /// <param name="paths">Files and folders.</param>
    public FolderWatch(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _paths = paths;
        _known = Look();
    }

    /// <summary>Looks once.</summary>
    /// <returns>Files that differ from what is known and are as they were at the last look; they are known from now on.</returns>
    public IReadOnlySet<string> Changed()
    {
        var now = Look();
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, stamp) in now.Where(f => _known.GetValueOrDefault(f.Key) != f.Value && _seen.GetValueOrDefault(f.Key) == f.Value))
        {
            _known[file] = stamp;
            changed.Add(file);
        }

        _seen = now;
        return changed;
    }

    private Dictionary<string, Stamp> Look()
    {
        var files = new Dictionary<string, Stamp>(StringComparer.Ordinal);
        foreach (var file in _paths.SelectMany(p => Directory.Exists(p) ? FolderWalk.Files(p) : [p]))
        {
            // Gone between the walk and here: the next look sees what became of it.
            if (new FileInfo(file) is { Exists: true } info)
            {
                files[file] = new Stamp(info.Length, info.LastWriteTimeUtc);
            }
        }

        return files;
    }

    private sealed record Stamp(long Length, DateTime WrittenUtc);
}
