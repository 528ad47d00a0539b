using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>What a style's name says of its paragraphs.</summary>
internal enum StyleRole
{
    None, Body, Headline, Subheadline, Kicker, Heading, Caption, Quote, Contents, Byline, Date, Source,
}

/// <summary>
/// Reads a style's name. Word stores built-in styles under their English names whatever its language; WPS and templates made
/// by hand store Chinese ones.
/// </summary>
internal static partial class StyleName
{
    private static readonly Dictionary<string, StyleRole> Names = new (StyleRole Role, string Names)[]
    {
        (StyleRole.Headline, "title 标题 標題 主标题 大标题 主题 正题 文章标题 新闻标题 文档标题 headline"),
        (StyleRole.Subheadline, "subtitle 副标题 副標題 副题 副題 subheadline deck"),
        (StyleRole.Kicker, "引题 引題 肩题 眉题 kicker"),
        (StyleRole.Caption, "caption 题注 題注 图题 表题 图注 图说 图片说明 标号"),
        (StyleRole.Quote, "quote intensequote 引用 明显引用 引文 blocktext 文本块"),
        (StyleRole.Contents, "tocheading toc标题 目录标题 tableoffigures 图表目录"),
        (StyleRole.Byline, "byline 作者 署名 记者"),
        (StyleRole.Date, "date 日期 时间"),
        (StyleRole.Source, "source 来源 稿源"),
        (StyleRole.Body, "normal 正文 内文 bodytext 正文文本"),
    }.SelectMany(pair => pair.Names.Split(' ').Select(name => (name, pair.Role))).ToDictionary(pair => pair.name, pair => pair.Role, StringComparer.Ordinal);

    /// <summary>The role, and the level of a heading from 1 to 9, else 0.</summary>
    public static (StyleRole Role, int Level) Read(string name)
    {
        var plain = string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (Numbered().Match(plain) is { Success: true } match)
        {
            var level = match.Groups["n"].Value[0] - '0';
            return match.Groups["toc"].Success ? (StyleRole.Contents, 0) : (StyleRole.Heading, level);
        }

        return (Names.GetValueOrDefault(plain), 0);
    }

    [GeneratedRegex("^(?:(?<toc>toc|目录)|heading|标题|標題|小标题|head)(?<n>[1-9])$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();
}
