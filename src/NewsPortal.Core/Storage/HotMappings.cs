using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Hot;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of reads and of what is read most; both go with their article.</summary>
internal static class HotMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<ReadCount>(count =>
        {
            // The hour first: lists look at the newest hours, and the oldest are swept out.
            count.HasKey(c => new { c.Hour, c.ArticleId, c.Origin });
            count.HasIndex(c => c.ArticleId);
            count.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<HotEntry>(entry =>
        {
            entry.HasKey(e => new { e.Window, e.Rank });
            entry.HasIndex(e => e.ArticleId);
            entry.HasOne<Article>().WithMany().HasForeignKey(e => e.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
