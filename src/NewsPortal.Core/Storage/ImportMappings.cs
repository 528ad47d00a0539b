using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of originals, import runs and their reports.</summary>
internal static class ImportMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Original>().HasKey(o => o.Hash);
        model.Entity<OriginalUse>(use =>
        {
            use.HasIndex(u => u.ArticleId);
            use.HasIndex(u => u.OriginalHash);
            use.HasOne<Original>().WithMany().HasForeignKey(u => u.OriginalHash).OnDelete(DeleteBehavior.Restrict);
            use.HasOne(u => u.Article).WithMany().HasForeignKey(u => u.ArticleId).OnDelete(DeleteBehavior.Cascade);
            use.HasOne<ImportRun>().WithMany().HasForeignKey(u => u.ImportRunId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ImportRunEntry>(entry =>
        {
            entry.HasIndex(e => e.ImportRunId);
            entry.HasOne<ImportRun>().WithMany().HasForeignKey(e => e.ImportRunId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
