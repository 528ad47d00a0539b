using System.Text.RegularExpressions;
using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// What the newsroom says of the importer's rules: which of them found a field, and why a line was kept or left out. The
/// importer names its rules in English; what a file says itself (a key, a name) stays as it is in both languages.
/// </summary>
public static partial class RuleWords
{
    /// <summary>Where a field came from: lines and rule, or who wrote it.</summary>
    /// <param name="origin">Where.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string Of(FieldOrigin origin, Bilingual say)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(say);
        var rule = Of(origin.Rule, say);
        return origin.IsEdited ? say[$"{origin.EditedBy} 改过", $"edited by {origin.EditedBy}"]
            : origin.Line <= 0 ? rule
            : origin.LastLine > origin.Line ? say[$"第 {origin.Line}–{origin.LastLine} 行，{rule}", $"lines {origin.Line}–{origin.LastLine}, {rule}"]
            : say[$"第 {origin.Line} 行，{rule}", $"line {origin.Line}, {rule}"];
    }

    /// <summary>A rule in the newsroom's language; one that nobody put into words yet stays as the importer names it.</summary>
    /// <param name="rule">The rule, as the importer names it.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string Of(string rule, Bilingual say)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(say);
        return say.IsChinese ? Chinese(rule) ?? rule
            : Label().Match(rule) is { Success: true } one ? $"label “{one.Groups[1].Value}”"
            : EitherLabel().Match(rule) is { Success: true } either ? $"label “{either.Groups[1].Value}” or one like it"
            : rule;
    }

    /// <summary>What a line was taken for, in the newsroom's language.</summary>
    /// <param name="kind">The field, list or kind of chrome, as the importer names it.</param>
    /// <param name="say">The newsroom's words.</param>
    public static string Kind(string kind, Bilingual say)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(say);
        if (Kinds.TryGetValue(kind, out var words))
        {
            return say[words.Chinese, words.English];
        }

        // One of an article's pictures, as the record names it: caption 2.
        return kind.LastIndexOf(' ') is > 0 and var at && Kinds.TryGetValue(kind[..at], out words) ? say[$"图 {kind[(at + 1)..]} 的{words.Chinese}", $"{words.English} {kind[(at + 1)..]}"] : kind;
    }

    /// <summary>There are words for what a line was taken for.</summary>
    internal static bool IsKind(string kind) => Kinds.ContainsKey(kind);

    /// <summary>A rule in Chinese; null for one that has no words.</summary>
    internal static string? Chinese(string rule)
    {
        if (Rules.TryGetValue(rule, out var words))
        {
            return words;
        }

        foreach (var (pattern, said) in Patterns)
        {
            if (pattern.Match(rule) is { Success: true } found)
            {
                var named = found.Groups["kind"] is { Success: true } kind && Kinds.TryGetValue(kind.Value, out var list) ? list.Chinese : found.Groups[1].Value;
                var inner = found.Groups["rule"] is { Success: true } rest ? Chinese(rest.Value) ?? rest.Value : string.Empty;
                return said.Replace("{rule}", inner, StringComparison.Ordinal).Replace("{1}", named, StringComparison.Ordinal);
            }
        }

        return null;
    }

    // Rules that name something of the file. A rule within a rule is put into words by itself.
    private static readonly (Regex Pattern, string Said)[] Patterns =
    [
        (FrontMatterKey(), "文件头：{1}"),
        (JsonKey(), "JSON 字段：{1}"),
        (CommentKey(), "文件开头的注释：{1}"),
        (WxrKey(), "WordPress 导出：{1}"),
        (GhostKey(), "Ghost 导出：{1}"),
        (Folder(), "文件夹“{1}”"),
        (Name(), "文件名“{1}”"),
        (Property(), "文档属性“{1}”"),
        (Label(), "标有“{1}”"),
        (EitherLabel(), "标有“{1}”或同义的字样"),
        (Element(), "装着各段正文的 {1} 元素"),
        (ListTitle(), "“{1}”列表里的标题"),
        (List(), "在“{1}”列表里"),
        (UnknownKey(), "没有叫“{1}”的字段"),
        (FurtherPage(), "后面一页：{rule}"),
        (EndsAbove(), "文章到上面为止：{rule}"),
    ];

    [GeneratedRegex("^front matter: (.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FrontMatterKey();

    [GeneratedRegex("^JSON: (.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex JsonKey();

    [GeneratedRegex("^comment: (.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CommentKey();

    [GeneratedRegex("^WXR: (.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WxrKey();

    [GeneratedRegex("^Ghost: (.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex GhostKey();

    [GeneratedRegex("^folder \"(.*)\"$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Folder();

    [GeneratedRegex("^name \"(.*)\"$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Name();

    [GeneratedRegex("^document property \"(.*)\"$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Property();

    [GeneratedRegex("^([^ ]+) label$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("^([^ ]+) or [^ ]+ label$", RegexOptions.CultureInvariant)]
    private static partial Regex EitherLabel();

    [GeneratedRegex("^([A-Za-z0-9-]+) element that holds the paragraphs$", RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex("^title in the list of (?<kind>[a-z]+) articles$", RegexOptions.CultureInvariant)]
    private static partial Regex ListTitle();

    [GeneratedRegex("^in the list of (?<kind>[a-z]+) articles$", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex("^no field is known by the (?:key|name) \"(.*)\"$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex UnknownKey();

    [GeneratedRegex("^page [0-9]*: (?<rule>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FurtherPage();

    [GeneratedRegex("^the article ends above: (?<rule>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex EndsAbove();
}
