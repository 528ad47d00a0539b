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
        var words = await SharedWords.RarestAsync(db, reasons, cancellationToken);
        if (words.Count == 0)
        {
            return Characters.Cut(await inStory.OrderBy(a => a.PublishedUtc).ThenBy(a => a.Id).Select(a => a.Headline).FirstAsync(cancellationToken), Longest);
        }

        var first = TextSplitter.Pairs(words[0].Word).ToHashSet(StringComparer.Ordinal);
        var second = words.Skip(1).FirstOrDefault(w => w.Weight >= words[0].Weight * SecondShare && !TextSplitter.Pairs(w.Word).Any(first.Contains));
        return Characters.Cut(second.Word is null ? words[0].Word : words[0].Word + SharedWords.Separator + second.Word, Longest);
    }
}
