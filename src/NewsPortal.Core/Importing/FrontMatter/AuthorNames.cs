using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>
/// Parts a line of authors that a file states into names. <see cref="Lines.PersonNames"/> reads printed bylines, in which a
/// blank parts names and what stands before a post is an organisation; of a stated <c>SOFA 团队</c> it would make two writers.
/// </summary>
internal static partial class AuthorNames
{
    /// <summary>The names of a line such as <c>张三、李四</c> or <c>Ann Lee and Bob Ray</c>.</summary>
    public static IEnumerable<string> In(string line) =>
        Separators().Split(Roles().Replace(line, " ")).Select(name => name.Trim()).Where(name => name.Length > 0);

    /// <summary>The line without the addresses that feeds and translators put beside a name.</summary>
    public static string WithoutAddress(string line) => Addresses().Replace(line, " ").Trim();

    [GeneratedRegex(@"\s*[,，、;；/&]\s*|\s+and\s+|(?<=\p{IsCJKUnifiedIdeographs}{2})\s+(?=\p{IsCJKUnifiedIdeographs}{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\S{0,12}(记者|記者|通讯员|特约撰稿人?|撰稿|见习记者)[:：\s]|^(文|作者|By|by)[:：\s]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Roles();

    [GeneratedRegex(@"https?://\S+|<[^<>]{1,200}>|\(https?://[^()\s]{1,500}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
