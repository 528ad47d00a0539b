using System.Text.RegularExpressions;
using Markdig.Syntax;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Markup;
using Block = Markdig.Syntax.Block;

namespace NewsPortal.Core.Importing.MarkdownFiles;

/// <summary>What the closing lines of a translated article say.</summary>
/// <param name="Address">The original's address.</param>
/// <param name="Byline">Everybody who signed, as printed.</param>
/// <param name="Authors">The original's writers.</param>
/// <param name="Line">First line; 0 where there is no signature.</param>
/// <param name="LastLine">Last line.</param>
internal sealed record Signature(string? Address, string? Byline, IReadOnlyList<string> Authors, int Line, int LastLine);

/// <summary>
/// Takes the signature off the end of a text: a rule, <c>via: ADDRESS</c>, <c>作者：… 译者：… 校对：…</c> and who made it.
/// </summary>
internal static partial class MarkdownSignature
{
    private const int BlocksAtEnd = 8;

    public static Signature Take(MarkdownDocument document, MarkdownLines lines)
    {
        string? address = null;
        var parts = new List<(string Role, string Name)>();
        var signed = new List<Block>();
        foreach (var block in document.Where(block => block is not LinkReferenceDefinitionGroup).TakeLast(BlocksAtEnd))
        {
            if (block is not ParagraphBlock paragraph) continue;
            var text = BodyRenderer.FromMarkdown(paragraph).Text;
            if (Via().Match(text) is { Success: true } via) address ??= LinkAddress.ForLink(via.Groups[1].Value);
            else if (!SignedStart().IsMatch(text) && !MadeBy().IsMatch(text)) continue;
            foreach (Match role in Roles().Matches(text)) parts.Add((role.Groups[1].Value, Clean(role.Groups[2].Value)));
            signed.Add(paragraph);
        }

        if (signed.Count == 0) return new Signature(null, null, [], 0, 0);
        var first = lines.First(signed[0]);
        var last = lines.Last(signed[^1]);
        Remove(document, signed, lines);
        parts.RemoveAll(part => part.Name.Length == 0);
        var authors = parts.Where(part => part.Role is "作者" or "作 者").SelectMany(part => AuthorNames.In(part.Name)).Distinct().ToList();
        var shown = parts.Where(part => part.Role is not "选题").Select(part => $"{part.Role}：{part.Name}");
        var byline = string.Join(' ', shown);
        return new Signature(address, byline.Length is 0 or > 300 ? null : byline, authors, first, last);
    }

    private static void Remove(MarkdownDocument document, List<Block> signed, MarkdownLines lines)
    {
        var before = document.IndexOf(signed[0]) - 1;
        if (before >= 0 && document[before] is ThematicBreakBlock rule)
        {
            lines.Mark(rule, Fate.Dropped, null, "rule above the signature");
            document.RemoveAt(before);
        }

        foreach (var block in signed)
        {
            lines.Mark(block, Fate.Field, "byline", "signature");
            document.Remove(block);
        }
    }

    // A reference whose address is missing stays as written: [name][a].
    private static string Clean(string name) => Brackets().Replace(AuthorNames.WithoutAddress(name), "$1").Trim(' ', '，', ',', '、', '\t', '\n', '[', ']');

    [GeneratedRegex(@"^\s*(?:via|来自|原文)\s*[:：]\s*(https?://[^\s\u3000，。)）]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Via();

    [GeneratedRegex(@"^\s*(作者|译者|校对|选题)\s*[:：]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SignedStart();

    [GeneratedRegex(@"^\s*(本文由|本文系).{0,80}(原创|翻译|编译|荣誉推出)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MadeBy();

    [GeneratedRegex(@"(作者|译者|校对|选题|编辑)\s*[:：]\s*(.{0,200}?)\s*(?=作者\s*[:：]|译者\s*[:：]|校对\s*[:：]|选题\s*[:：]|编辑\s*[:：]|\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Roles();

    [GeneratedRegex(@"\[([^\[\]]{0,100})\](\[[^\[\]]{0,40}\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();
}
