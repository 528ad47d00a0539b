using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.MarkdownFiles;

/// <summary>
/// What the folders of Hugo, Hexo and Jekyll say about a post: whether it is a draft, the name by which its page was
/// called, and the address that these programs gave it where its front matter states none.
/// </summary>
internal sealed partial class PostPath
{
    private const string Posts = "_posts";
    private const string Drafts = "_drafts";

    private readonly string[] folders;
    private readonly string file;

    public PostPath(string relativePath)
    {
        var parts = relativePath.Split('/');
        folders = parts[..^1];
        file = Path.GetFileNameWithoutExtension(parts[^1]);
    }

    /// <summary>True where the file lies among drafts.</summary>
    public bool IsDraft => folders.Contains(Drafts, StringComparer.Ordinal);

    /// <summary>The name of a post's page; null where the folders are none of these programs'.</summary>
    public string? Name => folders.Any(folder => folder is Posts or Drafts) ? Dated().Match(file) is { Success: true } dated ? dated.Groups["name"].Value : file : null;

    /// <summary>The addresses that the post had.</summary>
    /// <param name="day">The day of its publication on the site; null where nothing states one.</param>
    /// <param name="slug">The slug that its front matter states; null where it states none.</param>
    public IEnumerable<string> Addresses(DateTimeOffset? day, string? slug)
    {
        if (folders.Contains(Posts, StringComparer.Ordinal))
        {
            if (day is null) yield break;
            var path = string.Create(CultureInfo.InvariantCulture, $"/{day:yyyy/MM/dd}/{slug ?? Name}");
            yield return path + "/";
            yield return path + ".html";
        }
        else if (folders is ["content", ..])
        {
            string[] below = file is "index" or "_index" ? folders[1..] : [.. folders[1..], file];
            if (below.Length == 0) yield break;
            if (slug is not null) below[^1] = slug;
            yield return "/" + string.Join('/', below.Select(part => part.ToLowerInvariant().Replace(' ', '-'))) + "/";
        }
    }

    /// <summary>The address of a post that another one links to by the name of its file; null where the name states no day.</summary>
    public static string? Address(string name) =>
        Dated().Match(name) is { Success: true } dated ? $"/{dated.Groups["year"].Value}/{dated.Groups["month"].Value}/{dated.Groups["day"].Value}/{dated.Groups["name"].Value}/" : null;

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)-(?<name>[^/\s<>]{1,200})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Dated();
}
