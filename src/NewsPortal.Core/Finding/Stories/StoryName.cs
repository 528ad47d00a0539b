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
        var reasons = await ReasonsAsync(db, id, cancellationToken);
        var words = await SharedWords.RarestAsync(db, reasons, cancellationToken);
        if (words.Count == 0)
        {
            return Characters.Cut(await inStory.OrderBy(a => a.PublishedUtc).ThenBy(a => a.Id).Select(a => a.Headline).FirstAsync(cancellationToken), Longest);
        }

        var first = TextSplitter.Pairs(words[0].Word).ToHashSet(StringComparer.Ordinal);
        var second = words.Skip(1).FirstOrDefault(w => w.Weight >= words[0].Weight * SecondShare && !TextSplitter.Pairs(w.Word).Any(first.Contains));
        return Characters.Cut(second.Word is null ? words[0].Word : words[0].Word + SharedWords.Separator + second.Word, Longest);
    }

    // From the story's articles to their lists: asked the other way round, every list of the archive was read for each name.
    private static async Task<List<string>> ReasonsAsync(NewsDbContext db, long id, CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var reader = await db.Statements.Command(
                $"""
                SELECT r."Reasons" FROM "Articles" a CROSS JOIN "Related" r CROSS JOIN "Articles" o
                WHERE a."StoryId" = @story AND {Visibility.Sql} AND r."ArticleId" = a."Id" AND o."Id" = r."RelatedId" AND o."StoryId" = a."StoryId" AND o."Status" = a."Status"
                ORDER BY r."ArticleId", r."Rank" LIMIT {MostReasons}
                """,
                ("@story", id)).ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                reasons.Add(reader.GetString(0));
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return reasons;
    }
}
