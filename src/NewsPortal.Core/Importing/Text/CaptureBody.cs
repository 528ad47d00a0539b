using System.Buffers;
using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.Text;

/// <summary>Makes blocks of the units between headline and chrome.</summary>
internal static partial class CaptureBody
{
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。，,：:“”\"（）()");

    /// <summary>Reads them, with dateline, sign-offs, captions and lost pictures.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="headline">Index of the headline's unit; -1 where there is none.</param>
    public static List<Block> Read(Capture capture, int headline)
    {
        var blocks = new List<Block>();
        ReadHeadZone(capture, headline, blocks);
        for (var i = capture.Body.First; i <= capture.Body.Last; i++)
        {
            Add(capture, i, blocks);
        }

        CaptureSignature.Read(capture, capture.Units.Skip(capture.Body.First).Take(capture.Body.Last - capture.Body.First + 1));
        return blocks;
    }

    // What stands with the headline, or with its repetition below the line of time and source, is kicker and subheadline; a short
    // line on its own below that line, a share bar or a picture opens the text.
    private static void ReadHeadZone(Capture capture, int headline, List<Block> blocks)
    {
        var decks = new List<TextUnit>();
        var opening = new List<TextUnit>();
        var isBelowHead = false;
        for (var i = 0; i < capture.Body.First; i++)
        {
            var unit = capture.Units[i];
            if (i == headline || IsSource(capture, unit))
            {
                isBelowHead |= i != headline && i > headline;
                continue;
            }

            if (headline >= 0 && HeadlineFinder.Repeats(unit.Text, capture.Units[headline].Text))
            {
                capture.Drop(unit, "headline-repeated", "repeats the headline or its first clause");
                isBelowHead = false;
            }
            else if (headline >= 0 && IsDeck(unit) && (i > headline || (i == headline - 1 && HeadlineFinder.IsDashed(capture.Units[headline + 1]))))
            {
                (isBelowHead && decks.Count == 0 && IsOpening(unit) ? opening : decks).Add(unit);
            }
            else if (i > headline && headline >= 0 && i == capture.Body.First - 1 && IsLeadIn(unit))
            {
                opening.Add(unit);
            }
            else
            {
                isBelowHead |= i > headline;
                Discard(capture, opening);
                if (i > headline && unit.Role == LineRole.PictureMark)
                {
                    LosePicture(capture, unit, blocks);
                }
                else if (unit.Role != LineRole.Meta || !IsField(capture, unit))
                {
                    DropChrome(capture, unit, i < headline || headline < 0);
                }
            }
        }

        foreach (var unit in CaptureHead.ReadDecks(capture, decks).Concat(opening))
        {
            blocks.Add(new(BlockKind.Paragraph, capture.Restore(unit.Text)));
            capture.Keep(unit, "paragraph", "short line before the first paragraph");
        }
    }

    // What stands between two pieces of chrome is chrome.
    private static void Discard(Capture capture, List<TextUnit> lines)
    {
        foreach (var unit in lines)
        {
            DropChrome(capture, unit, above: false);
        }

        lines.Clear();
    }

    private static bool IsSource(Capture capture, TextUnit unit) =>
        unit.Role == LineRole.Short && capture.Article.Origins.TryGetValue("source", out var origin) && origin.Line == unit.First;

    private static bool IsDeck(TextUnit unit) => unit.Role == LineRole.Short && unit.Weight >= 4 && unit.Text[^1] is not (':' or '：') && LineShape.IsLabel(unit.Text) && unit.Text.Any(LineShape.IsHan);

    // Names of accounts and players are shorter than what opens a text.
    private static bool IsOpening(TextUnit unit) => unit.Weight >= 6 && !HeadlineFinder.IsDashed(unit);

    // 划重点: opens what follows it.
    private static bool IsLeadIn(TextUnit unit) => unit.Role == LineRole.Short && unit.Text[^1] is ':' or '：' && unit.Weight >= 3 && unit.Text.Count(LineShape.IsHan) >= 3;

    private static bool IsField(Capture capture, TextUnit unit) => capture.Article.Origins.Values.Any(o => o.Line == unit.First);

    private static void DropChrome(Capture capture, TextUnit unit, bool above)
    {
        if (unit.Role is LineRole.Editor or LineRole.Tags && IsField(capture, unit))
        {
            return;
        }

        capture.Drop(unit, unit.Role is LineRole.Short or LineRole.Prose ? "navigation" : unit.Verdict.As, unit.Role is LineRole.Short or LineRole.Prose
            ? above ? "stands above the headline" : "stands between headline and body"
            : unit.Verdict.Rule);
    }

    private static void Add(Capture capture, int index, List<Block> blocks)
    {
        var unit = capture.Units[index];
        switch (unit.Role)
        {
            case LineRole.Prose or LineRole.Short or LineRole.SignOff:
                AddParagraph(capture, index, blocks);
                break;
            case LineRole.Heading:
                blocks.Add(new(BlockKind.Heading, capture.Restore(unit.Text.Trim('【', '】'))));
                capture.Keep(unit, "heading", unit.Verdict.Rule);
                break;
            case LineRole.ListHeading:
                blocks.Add(new(BlockKind.Heading, capture.Restore(unit.Text.Trim('【', '】'))));
                capture.Keep(unit, "heading", "prose of the article follows");
                break;
            case LineRole.Caption:
                AddCaption(capture, unit, blocks);
                break;
            case LineRole.PictureMark:
                LosePicture(capture, unit, blocks);
                break;
            case LineRole.PictureCredit:
                Credit(capture, unit);
                break;
            case LineRole.Meta or LineRole.Editor or LineRole.Tags when IsField(capture, unit):
                break;
            default:
                capture.Drop(unit, unit.Verdict.As, unit.Verdict.Rule);
                break;
        }
    }

    private static void AddParagraph(Capture capture, int index, List<Block> blocks)
    {
        var unit = capture.Units[index];
        if (index <= capture.Body.First + 2 && capture.Article.Headline.Length > 0 && unit.Weight <= 80
            && HeadlineFinder.Repeats(unit.Text, capture.Article.Headline))
        {
            capture.Drop(unit, "headline-repeated", "repeats the headline or its first clause");
            return;
        }

        if (IsSectionName(capture, index))
        {
            blocks.Add(new(BlockKind.Heading, capture.Restore(unit.Text)));
            capture.Keep(unit, "heading", "words that newsrooms head sections with");
            return;
        }

        // Seven of ten such lines are section headings, the others captions, names and goods: set bold, but not said to be headings.
        var isLabel = IsLabel(capture, index);
        blocks.Add(new(isLabel ? BlockKind.Label : BlockKind.Paragraph, capture.Restore(unit.Text)));
        capture.Keep(unit, "paragraph", isLabel ? "short line without an end mark between paragraphs" : "paragraph");
    }

    private static bool IsSectionName(Capture capture, int index) =>
        index > capture.Body.First && index < capture.Body.Last && capture.Units[index].Role == LineRole.Short && SectionName().IsMatch(capture.Units[index].Text)
        && IsLongProse(capture.Units[index + 1]);

    // A short line between two paragraphs of prose; dialogue, list items and names stay paragraphs.
    private static bool IsLabel(Capture capture, int index)
    {
        const int longest = 20;
        var unit = capture.Units[index];
        return unit.Role == LineRole.Short && unit.Weight is >= 3 and <= longest && index > capture.Body.First && index < capture.Body.Last
            && LineShape.IsLabel(unit.Text, longest) && !unit.Text.AsSpan().ContainsAny(SentenceMarks)
            && IsLongProse(capture.Units[index - 1]) && IsLongProse(capture.Units[index + 1]);
    }

    private static bool IsLongProse(TextUnit unit) => unit.Role is LineRole.Caption || (unit.Role == LineRole.Prose && unit.Weight >= 24);

    private static void AddCaption(Capture capture, TextUnit unit, List<Block> blocks)
    {
        var (caption, credit) = CaptionLine.Part(capture.Restore(CaptionLine.Of(unit.Text)!));
        if (blocks.Count > 0 && blocks[^1] is { Kind: BlockKind.Figure, Text.Length: 0 })
        {
            // The mark and the line below it speak of the same lost picture.
            blocks.RemoveAt(blocks.Count - 1);
        }

        blocks.Add(new(BlockKind.Figure, caption, new(null, null, caption, credit)));
        capture.Keep(unit, "caption", unit.Verdict.Rule);
    }

    private static void LosePicture(Capture capture, TextUnit unit, List<Block> blocks)
    {
        blocks.Add(new(BlockKind.Figure, string.Empty, new(null, null, null, null)));
        capture.Drop(unit, "picture", unit.Verdict.Rule);
    }

    /// <summary>Takes a line that says who took the pictures.</summary>
    public static void Credit(Capture capture, TextUnit unit)
    {
        capture.Article.PictureCredit ??= capture.Restore(unit.Text.Trim('(', ')', '（', '）'));
        capture.Field(unit, "pictureCredit", unit.Verdict.Rule);
    }

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、.{2,20}|(?:政策|新闻|相关|事件|案件|案情|历史|项目|行业|人物|研究|活动|会议|工作|时代|现实)?(?:背景|链接|解读|回顾|手记|提示|释义|名词解释|问答|进展|点评|观察)|下一步.{0,6}|记者(?:手记|观察|点评)|新闻多一点|延伸阅读|存在(?:的)?(?:问题|不足)|(?:主要|具体)(?:措施|做法|内容|成效|任务)|专家(?:观点|解读|建议|提醒)|各方(?:反应|观点)|结语|尾声|后记|引言|前言)$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionName();
}
