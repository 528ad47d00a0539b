using System.Buffers;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Importing.Names;

namespace NewsPortal.Core.Importing;

/// <summary>What every article needs whatever format it came in: a headline, a body, a language, a day where a name states one.</summary>
internal static class ArticleCompletion
{
    /// <summary>Characters of an automatic headline.</summary>
    public const int AutomaticHeadline = 40;

    /// <summary>Characters of a body; a book has fewer.</summary>
    public const int LongestBody = 2_000_000;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?；\n");

    public static void Complete(ExtractedArticle article, SourceFile file, ExtractionOptions options)
    {
        if (string.IsNullOrWhiteSpace(article.Text) && !article.Pictures.Exists(picture => picture.Src is not null))
            throw new RejectedInputException("the body is empty: put at least one paragraph into it and import it again");
        if (article.Text.Length > LongestBody)
            throw new RejectedInputException($"the body has {article.Text.Length:N0} characters, at most {LongestBody:N0} are stored");
        if (article.Headline.Length == 0) Headline(article, file);
        if (article.Headline.Length > ArticleFields.LongestHeadline)
            throw new RejectedInputException($"the headline has {article.Headline.Length:N0} characters, at most {ArticleFields.LongestHeadline} are stored");
        if (article.Published is null) Published(article, file, options);
        if (!article.Origins.ContainsKey("language")) article.Language = LanguageTag.Guess(article.Headline + "\n" + article.Text);
        DerivedOrigins.Complete(article);
    }

    private static void Headline(ExtractedArticle article, SourceFile file)
    {
        var sentence = FirstSentence(article.Text);
        article.Headline = sentence.Length > 0 ? sentence : Path.GetFileNameWithoutExtension(file.RelativePath);
        article.HeadlineAutomatic = true;
        article.Origins["headline"] = FieldOrigin.By("first sentence");
        article.Warnings.Add(new ImportWarning(0, "no headline found, made from the first sentence"));
    }

    /// <summary>At most 40 characters, cut between words and never inside a character.</summary>
    internal static string FirstSentence(string text)
    {
        var start = text.TrimStart();
        var end = start.AsSpan().IndexOfAny(SentenceEnds);
        if (end >= 0 && start[end] is not ('。' or '\n' or '；')) end++;
        var stop = start.IndexOf(". ", StringComparison.Ordinal);
        if (stop >= 0 && (end < 0 || stop < end)) end = stop;
        var sentence = (end < 0 ? start : start[..end]).Trim().TrimEnd('.');
        var runes = sentence.EnumerateRunes().ToList();
        if (runes.Count <= AutomaticHeadline) return sentence;
        var cut = string.Concat(runes.Take(AutomaticHeadline - 1));
        var blank = cut.LastIndexOf(' ');
        return (blank > AutomaticHeadline / 2 ? cut[..blank] : cut).TrimEnd('，', ',', '、', ' ', '：', ':') + "…";
    }

    private static void Published(ExtractedArticle article, SourceFile file, ExtractionOptions options)
    {
        if (DateInPath.Find(file.RelativePath, options.Zone) is not { } found) return;
        article.Published = found.Time;
        article.Origins["published"] = FieldOrigin.By($"name \"{found.Part}\"");
        article.Warnings.Add(new ImportWarning(0, $"no date found in the text, the day of the name \"{found.Part}\" was taken"));
    }
}
