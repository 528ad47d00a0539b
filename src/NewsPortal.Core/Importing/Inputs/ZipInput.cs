using System.IO.Compression;

namespace NewsPortal.Core.Importing.Inputs;

/// <summary>
/// The articles of an archive. All names and sizes are checked before the first byte is unpacked, and counted again while
/// unpacking, because an archive can lie about them. Nothing is written to disk.
/// </summary>
internal static class ZipInput
{
    public static IEnumerable<InputItem> Read(string path, string relative)
    {
        using var archive = Open(path, out var reason);
        if (archive is null)
        {
            yield return InputItem.Refused(path, reason!);
            yield break;
        }

        var any = false;
        var contents = new ZipContents(archive);
        foreach (var item in Entries(contents, path, relative))
        {
            any = true;
            yield return item;
        }

        if (!any && contents.Has("word/document.xml")) yield return InputItem.Refused(path, "this is a Word file under the name of an archive: name it .docx");
        else if (!any) yield return InputItem.Refused(path, $"the archive holds no file that can be read: {InputLimits.ReadableNames}");
    }

    private static IEnumerable<InputItem> Entries(ZipContents contents, string path, string relative)
    {
        var modified = File.GetLastWriteTimeUtc(path);
        foreach (var name in contents.Repeated) yield return InputItem.Refused($"{path}/{OnOneLine(name)}", "the archive holds two files of this name; the first is read");
        foreach (var name in contents.Names)
        {
            var extension = InputLimits.ExtensionOf(name);
            var shown = $"{path}/{OnOneLine(name)}";
            if (contents.ProblemOf(name) is { } problem) yield return InputItem.Refused(shown, problem);
            else if (extension is ".zip") yield return InputItem.Refused(shown, "an archive within an archive is not read: unpack it first");
            else if (!InputLimits.Readable.Contains(extension) && !SiteExport.MayBe(extension)) continue;
            else if (contents.Bytes(name, out var reason) is not { } bytes) yield return InputItem.Refused(shown, reason!);
            else
            {
                // An archive that was named is a root of its own; one that lies in a folder is a folder there.
                var below = relative.Contains('/', StringComparison.Ordinal) ? WithoutExtension(relative) + "/" : string.Empty;
                var inside = below + name;
                var pictures = PictureFinder.InArchive(path, below);
                if (SiteExport.MayBe(extension))
                {
                    foreach (var item in SiteExport.Items(bytes, shown, inside, pictures, modified)) yield return item;
                }
                else if (extension == ".jsonl")
                {
                    foreach (var row in JsonLinesInput.Rows(new MemoryStream(bytes), shown, inside, pictures, modified)) yield return row;
                }
                else if (bytes.Length == 0) yield return InputItem.Refused(shown, "the file is empty");
                else yield return new InputItem(shown, new SourceFile(shown, inside, bytes, extension, modified), null, pictures);
            }
        }
    }

    // A name is shown in reports and logs, one line each.
    private static string OnOneLine(string name) => string.Concat(name.Select(c => ZipContents.IsControl(c) ? '\uFFFD' : c));

    private static string WithoutExtension(string relative) => relative[..^4];

    internal static ZipArchive? Open(string path, out string? reason)
    {
        reason = null;
        try
        {
            if (new FileInfo(path).Length > InputLimits.LargestArchive)
            {
                reason = $"the archive is larger than {InputLimits.LargestArchive / 1024 / 1024} MB: divide it";
                return null;
            }

            var archive = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read, leaveOpen: false, new RawNames());
            reason = ZipContents.ProblemOf(archive);
            if (reason is null) return archive;
            archive.Dispose();
            return null;
        }
        catch (Exception error) when (ZipContents.IsDamage(error))
        {
            reason = $"the archive cannot be read: {error.Message}";
            return null;
        }
    }
}
