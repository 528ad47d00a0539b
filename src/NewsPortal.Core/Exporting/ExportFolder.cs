namespace NewsPortal.Core.Exporting;

/// <summary>
/// A folder that exports write: it keeps a hidden list of what is theirs, so that a later one takes away what is gone and
/// never touches a file that somebody else put there.
/// </summary>
public sealed class ExportFolder
{
    /// <summary>Name of the list: one path below the folder a line.</summary>
    public const string ListName = ".newsportal-export";

    private readonly Lock _gate = new();
    private readonly string _root;
    private readonly HashSet<string> _before;
    private readonly SortedSet<string> _now = new(StringComparer.Ordinal);

    private ExportFolder(string root, HashSet<string> before) => (_root, _before) = (root, before);

    /// <summary>Files written.</summary>
    public int Written { get; private set; }

    /// <summary>Files that were there as they are.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Files that are gone.</summary>
    public int Removed { get; private set; }

    /// <summary>Opens a folder: a new one, an empty one, or one that an export wrote.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IOException">It holds other files, or cannot be written.</exception>
    public static ExportFolder Open(string directory)
    {
        var root = Path.GetFullPath(directory);
        Directory.CreateDirectory(root);
        var list = Path.Combine(root, ListName);
        if (!File.Exists(list) && Directory.EnumerateFileSystemEntries(root).Any())
        {
            throw new IOException($"{directory} holds files that no export wrote. Name a new or an empty folder.");
        }

        var before = File.Exists(list) ? File.ReadLines(list).Where(l => l.Length > 0).ToHashSet(StringComparer.Ordinal) : [];
        if (!File.Exists(list))
        {
            File.WriteAllText(list, string.Empty);
        }

        return new ExportFolder(root, before);
    }

    /// <summary>Writes a file, whole or not at all; one that is the same already is left alone.</summary>
    /// <param name="path">Its path below the folder, with slashes.</param>
    /// <param name="bytes">Its content.</param>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Begin(path);
        if (File.Exists(file) && new FileInfo(file).Length == bytes.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes))
        {
            Count(isNew: false);
            return;
        }

        var part = file + ".part";
        using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
        }

        File.Move(part, file, overwrite: true);
        Count(isNew: true);
    }

    /// <summary>Leaves a file as an earlier export wrote it.</summary>
    /// <param name="path">Its path below the folder, with slashes.</param>
    /// <returns>False where there is none; nothing is left then.</returns>
    public bool Keep(string path)
    {
        if (!File.Exists(Path.Combine(_root, path)))
        {
            return false;
        }

        Begin(path);
        Count(isNew: false);
        return true;
    }

    /// <summary>Copies a file whose name says its content; one that is there is the same.</summary>
    /// <param name="path">Its path below the folder, with slashes.</param>
    /// <param name="from">The file.</param>
    public void Copy(string path, string from)
    {
        ArgumentNullException.ThrowIfNull(from);
        lock (_gate)
        {
            if (_now.Contains(path))
            {
                return;
            }
        }

        var file = Begin(path);
        if (File.Exists(file) && new FileInfo(file).Length == new FileInfo(from).Length)
        {
            Count(isNew: false);
            return;
        }

        var part = file + ".part";
        File.Copy(from, part, overwrite: true);
        File.Move(part, file, overwrite: true);
        Count(isNew: true);
    }

    /// <summary>Takes away what earlier exports wrote and this one did not, and notes what is there now.</summary>
    public void Close()
    {
        // The list may have been written by anyone: what it names outside the folder is not ours to delete.
        foreach (var path in _before.Where(p => !_now.Contains(p) && !Path.IsPathRooted(p) && !p.Split('/', '\\').Contains("..")))
        {
            var file = Path.Combine(_root, path);
            if (File.Exists(file))
            {
                File.Delete(file);
                Removed++;
            }

            Prune(Path.GetDirectoryName(file)!);
        }

        File.WriteAllLines(Path.Combine(_root, ListName), _now);
    }

    // Known before it is written: a run that is cut off leaves no file that nobody knows.
    private string Begin(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        lock (_gate)
        {
            if (_now.Add(path) && !_before.Contains(path))
            {
                File.AppendAllText(Path.Combine(_root, ListName), path + "\n");
            }
        }

        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    private void Count(bool isNew)
    {
        lock (_gate)
        {
            (Written, Unchanged) = isNew ? (Written + 1, Unchanged) : (Written, Unchanged + 1);
        }
    }

    private void Prune(string folder)
    {
        while (folder.Length > _root.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}
