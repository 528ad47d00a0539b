using System.Text.RegularExpressions;
using Markdig.Syntax;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.MarkdownFiles;

/// <summary>
/// Takes off what blogs print between headline and text: <c>文｜NAME</c>, which is the byline where nothing better states
/// one, and <c>本文 1280 字 阅读 4 分钟</c>, which the page counts for itself.
/// </summary>
internal static partial class MarkdownOpening
{
    // Below a picture, the writers and their posts.
    private const int BlocksAtTop = 14;

    public static void Take(MarkdownDocument document, ExtractedArticle article, MarkdownLines lines)
    {
        var above = new List<string>();
        foreach (var paragraph in document.Take(BlocksAtTop).OfType<ParagraphBlock>().ToList())
        {
            var text = BodyRenderer.FromMarkdown(paragraph).Text;
            above.AddRange(text.Split('\n'));
            if (ReadingTime().IsMatch(text))
            {
                article.AboveText.AddRange(above);
                Remove(paragraph, Fate.Dropped, null, "count of characters");
            }
            else if (article.Byline is null && IsFollowed(document, paragraph) && Writer().Match(text) is { Success: true } writer)
            {
                article.Byline = writer.Groups[1].Value.Trim();
                article.Authors.AddRange(AuthorNames.In(article.Byline).Except(article.Authors));
                article.Origins["byline"] = article.Origins["authors"] = new FieldOrigin(lines.First(paragraph), lines.Last(paragraph), "line above the text");
                Remove(paragraph, Fate.Field, "byline", "line above the text");
            }
        }

        void Remove(ParagraphBlock paragraph, Fate fate, string? field, string reason)
        {
            lines.Mark(paragraph, fate, field, reason);
            document.Remove(paragraph);
        }
    }

    // Under a picture story it is all the text there is.
    private static bool IsFollowed(MarkdownDocument document, ParagraphBlock paragraph) =>
        document.Skip(document.IndexOf(paragraph) + 1).Any(block => block is not LinkReferenceDefinitionGroup && BodyRenderer.FromMarkdown(block).Text.Length > 0);

    [GeneratedRegex(@"^\s*(?:本文|全文)\s*(?:共|约)?\s*[\d,.]{1,9}\s*字[\s，,、。｜|·]*(?:预计)?\s*阅读\s*(?:时间|时长)?\s*(?:约|需|需要)?[\s:：]*\d{1,4}\s*分钟[\s。]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ReadingTime();

    // One name or team; a longer line has the writer's post glued to it.
    [GeneratedRegex(@"^\s*(?:文|作者|撰文)\s*[｜|丨]\s*([^\n。，,；：:｜|]{2,14})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Writer();
}
