using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Integrity;

/// <summary>Recomputes the content hash of every article.</summary>
internal static class ArticleCheck
{
    private const int AtOnce = 50;

    public static string Name(long id, string headline, int version) => FormattableString.Invariant($"article {id} ({headline}), version {version}");

    public static async Task RunAsync(NewsDbContext db, IntegrityReport report, FaultList found, CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var some = await db.Articles.AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id).WithEverything().Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var article in some)
            {
                report.Articles++;
                var where = Name(article.Id, article.Headline, article.Version);
                if (article.Body is not { } body)
                {
                    found.Add(where, "its text is gone. Restore a backup.");
                }
                else if (ContentHash.Of(article, body) != article.ContentHash)
                {
                    found.Add(where, "its content is not what was stored: a field, its text or a picture was changed. Restore a backup, or import its file again.");
                }
            }

            if (some.Count < AtOnce)
            {
                return;
            }

            after = some[^1].Id;
        }
    }
}
