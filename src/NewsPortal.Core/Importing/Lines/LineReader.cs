using System.Text.RegularExpressions;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>Gives every line its first role, by position-free rules.</summary>
internal static partial class LineReader
{
    private static readonly Dictionary<MetaFieldKind, LineVerdict> Single = new()
    {
        [MetaFieldKind.Editor] = new(LineRole.Editor, "editor", "责任编辑 or 编辑 label"),
        [MetaFieldKind.Tags] = new(LineRole.Tags, "tags", "关键词 or 标签 label"),
        [MetaFieldKind.OriginalTitle] = new(LineRole.OriginalTitle, "original-title", "原标题 label"),
        [MetaFieldKind.Other] = new(LineRole.Tool, "tool", "counters and font sizes"),
        [MetaFieldKind.Author] = new(LineRole.SignOff, "byline", "记者 or 作者 label"),
    };

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line as it stands, without white space round it.</param>
    /// <param name="meta">Its fields, where it is a line of metadata.</param>
    public static LineVerdict Read(string line, MetaLine? meta)
    {
        var text = RuleText.Of(line);
        var compact = LineShape.Compact(text);
        if (CaptionLine.IsMark(compact))
        {
            return new(LineRole.PictureMark, "picture", "mark of a picture that the capture lost");
        }

        if (CaptionLine.IsCredit(text))
        {
            return new(LineRole.PictureCredit, "pictureCredit", "picture credit (… 摄)");
        }

        if (SignOff().IsMatch(text))
        {
            return Single[MetaFieldKind.Author];
        }

        if (meta is not null && Of(meta) is { } fields)
        {
            return fields;
        }

        return Chrome(text, compact) ?? (text.Any(LineShape.IsHan) ? null : WesternChrome.Of(line)) ?? Content(line, text);
    }

    private static LineVerdict? Of(MetaLine meta)
    {
        foreach (var (kind, verdict) in Single)
        {
            if (meta.IsOnly(kind))
            {
                return verdict;
            }
        }

        return new(LineRole.Meta, "meta", "date at its start or labelled fields");
    }

    private static LineVerdict? Chrome(string text, string compact)
    {
        if (ClosingLine.IsBreadcrumb(text) && !LineShape.EndsSentence(text))
        {
            return new(LineRole.Breadcrumb, "breadcrumb", "the way to the page");
        }

        if (PagerLine.IsOne(compact))
        {
            return new(LineRole.Tool, "pager", "leads to the other pages of the article");
        }

        if (ClosingLine.EndOf(compact) is { } end)
        {
            return new(LineRole.End, end, "previous/next, comments or footer");
        }

        if (ClosingLine.IsDisclaimer(compact))
        {
            return new(LineRole.Disclaimer, "disclaimer", "disclaimer or invitation");
        }

        if (ListHeading.Of(text) is { } list)
        {
            return new(LineRole.ListHeading, list, "heads a list of other articles");
        }

        return ToolLine.IsTool(text) ? new(LineRole.Tool, "tool", "buttons and counters") : null;
    }

    private static LineVerdict Content(string line, string text)
    {
        if (Bracketed().IsMatch(line))
        {
            return new(LineRole.Heading, "heading", "whole line in 【】");
        }

        if (CaptionLine.Of(line) is not null)
        {
            return new(LineRole.Caption, "caption", "whole line is a caption");
        }

        return LineShape.IsProse(text) ? new(LineRole.Prose, "paragraph", "prose") : new(LineRole.Short, "line", "short line");
    }

    [GeneratedRegex(@"^【[^】]{1,30}】$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^[(（□■◆●○*]?\s?(?:(?:整合|综合|采写|撰文|文字|策划|统筹|执笔|来源|据|文|本文)[\s:/：]{1,3})?[\u4E00-\u9FFF·\s]{0,16}(?:记者|通讯员|评论员|撰稿人)[\s:：]{1,3}[\u4E00-\u9FFF·A-Za-z、\s]{2,50}[)）]?(?:报道|摄影报道|综合报道)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SignOff();
}
