using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Finding;

/// <summary>Names a story by what its articles were found to have in common.</summary>
internal static class StoryName
{
    private const int MostReasons = 2000;
    private const int Longest = 40;
    private const int MostWords = 20;

    // A second word is added where it joins the articles nearly as often as the first.
    private const double SecondShare = 0.4;

    /// <summary>Makes a story's name.</summary>
    /// <param name="db">The store.</param>
    /// <param name="id">The story.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> OfAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        var inStory = db.Articles.Visible().Where(a => a.StoryId == id);
        var reasons = await db.Related.AsNoTracking()
            .Where(r => inStory.Any(a => a.Id == r.ArticleId) && inStory.Any(a => a.Id == r.RelatedId))
            .OrderBy(r => r.ArticleId).ThenBy(r => r.Rank).Select(r => r.Reasons).Take(MostReasons).ToListAsync(cancellationToken);
        var words = await RarestAsync(db, [.. SharedWords.Ranked(reasons).Take(MostWords)], cancellationToken);
        if (words.Count == 0)
        {
            return Characters.Cut(await inStory.OrderBy(a => a.PublishedUtc).ThenBy(a => a.Id).Select(a => a.Headline).FirstAsync(cancellationToken), Longest);
        }

        var first = TextSplitter.Pairs(words[0].Word).ToHashSet(StringComparer.Ordinal);
        var second = words.Skip(1).FirstOrDefault(w => w.Weight >= words[0].Weight * SecondShare && !TextSplitter.Pairs(w.Word).Any(first.Contains));
        return Characters.Cut(second.Word is null ? words[0].Word : words[0].Word + SharedWords.Separator + second.Word, Longest);
    }

    // What joins these articles and no others names them; what joins all news (可能, 消息) does not.
    private static async Task<List<(string Word, double Weight)>> RarestAsync(
        NewsDbContext db, IReadOnlyList<(string Word, int Count)> words, CancellationToken cancellationToken)
    {
        var tokens = words.ToDictionary(w => w.Word, w => TextSplitter.Pairs(w.Word).ToList(), StringComparer.Ordinal);
        var (articles, counts) = await TermStatistics.ReadAsync(db, tokens.Values.SelectMany(t => t), cancellationToken);
        return [.. words.Where(w => tokens[w.Word].Count > 0)
            .Select(w => (w.Word, Weight: w.Count * Math.Log((articles + 1.0) / tokens[w.Word].Min(t => counts.GetValueOrDefault(t, 1)))))
            .OrderByDescending(w => w.Weight).ThenBy(w => w.Word, StringComparer.Ordinal)];
    }
}
