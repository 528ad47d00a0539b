using NewsPortal.Core.Articles;

namespace NewsPortal.Web.Wording;

/// <summary>How long an article is to its reader.</summary>
/// <param name="Count">Characters, or words.</param>
/// <param name="InWords">Its language is written in words with blanks between them.</param>
public sealed record ReadingLength(int Count, bool InWords)
{
    // An unhurried reader's pace.
    private const int CharactersInMinute = 400;
    private const int WordsInMinute = 230;

    /// <summary>Minutes to read it, at least 1.</summary>
    public int Minutes => Math.Max(1, (Count + (Pace / 2)) / Pace);

    private int Pace => InWords ? WordsInMinute : CharactersInMinute;

    /// <summary>An article's length. Its stored count has a Han character and a Latin word as one each.</summary>
    /// <param name="article">The article.</param>
    public static ReadingLength Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ReadingLength(article.CharacterCount, article.Language.Split('-')[0] is not ("zh" or "ja" or "ko"));
    }
}
