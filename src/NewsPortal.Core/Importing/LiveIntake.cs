using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Publishing;

namespace NewsPortal.Core.Importing;

/// <summary>Takes in the live report that an exported file holds. A report that goes on here, or did, is people's work and stays.</summary>
internal static class LiveIntake
{
    private const int LongestAuthor = 100;

    /// <summary>Takes it in.</summary>
    /// <param name="article">The article with its entries.</param>
    /// <param name="extracted">What was read; warnings are added to it.</param>
    /// <param name="nowUtc">The moment of the import: nothing can have been reported later.</param>
    public static void Fill(Article article, ExtractedArticle extracted, DateTime nowUtc)
    {
        if (extracted.LiveFrom is not { } from || article.LiveFromUtc is not null || article.LiveUpdates.Count > 0)
        {
            return;
        }

        foreach (var update in extracted.LiveUpdates.Take(LiveDesk.MostUpdates))
        {
            if (update.At.UtcDateTime > nowUtc || Words(update) is not { } words)
            {
                extracted.Warnings.Add(new ImportWarning(0, $"An entry of the live report ({update.At:yyyy-MM-dd HH:mm}) is empty, too long or lies ahead; it was left out."));
                continue;
            }

            var author = update.Author ?? string.Empty;
            var taken = new LiveUpdate { AtUtc = update.At.UtcDateTime.ToMilliseconds(), ChangedUtc = update.Changed?.UtcDateTime.ToMilliseconds(), Author = author.Length <= LongestAuthor ? author : author[..LongestAuthor] };
            words.WriteTo(taken);
            article.LiveUpdates.Add(taken);
        }

        if (extracted.LiveUpdates.Count > LiveDesk.MostUpdates)
        {
            extracted.Warnings.Add(new ImportWarning(0, $"Only the first {LiveDesk.MostUpdates} entries of the live report were taken."));
        }

        (article.LiveFromUtc, article.LiveEndedUtc) = (from.UtcDateTime.ToMilliseconds(), extracted.LiveEnded?.UtcDateTime.ToMilliseconds());
    }

    /// <summary>An entry as it is stored; null where it cannot be.</summary>
    public static LiveEntry.Words? Words(ExtractedUpdate update)
    {
        try
        {
            return new LiveEntry { Headline = update.Headline, Text = update.Html, Format = BodyFormat.Html, IsKey = update.Key }.Render();
        }
        catch (ArticleEditException)
        {
            return null;
        }
    }
}
