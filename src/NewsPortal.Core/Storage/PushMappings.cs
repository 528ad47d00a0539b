using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Pushing;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of what is told to search engines and hooks.</summary>
internal static class PushMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<PushProgress>(progress =>
        {
            progress.HasKey(p => p.Receiver);
            progress.Property(p => p.Receiver).HasMaxLength(300);
            progress.Property(p => p.Sender).HasMaxLength(200);
        });
        model.Entity<PushDelivery>(delivery =>
        {
            delivery.Property(d => d.Receiver).HasMaxLength(300);
            delivery.HasIndex(d => new { d.Receiver, d.State, d.Attempts, d.Id });
            delivery.HasIndex(d => new { d.ArticleId, d.Id });
        });
    }
}
