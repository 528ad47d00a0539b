using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Publishing;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of what the newsroom did: earlier states of articles, the record, who edits what.</summary>
internal static class LifeMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Revision>(revision =>
        {
            revision.HasKey(r => new { r.ArticleId, r.Number });
            revision.Property(r => r.Actor).HasMaxLength(100);
            revision.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AuditEntry>(entry =>
        {
            // No foreign key: what was done to an article stays on record when the article goes.
            entry.Property(e => e.Actor).HasMaxLength(100);
            entry.Property(e => e.Act).HasMaxLength(60);
            entry.Property(e => e.Subject).HasMaxLength(200);
            entry.HasIndex(e => new { e.ArticleId, e.Id });
            entry.HasIndex(e => new { e.Actor, e.Id });
            entry.HasIndex(e => e.AtUtc);
            foreach (var property in entry.Metadata.GetProperties().Where(p => !p.IsPrimaryKey()))
            {
                property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
            }
        });
        model.Entity<ArticleLock>(held =>
        {
            held.HasKey(l => l.ArticleId);
            held.Property(l => l.ArticleId).ValueGeneratedNever();
            held.Property(l => l.Holder).HasMaxLength(100);
            held.HasOne<Article>().WithOne().HasForeignKey<ArticleLock>(l => l.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
