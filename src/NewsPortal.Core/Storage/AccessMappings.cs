using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of who may write.</summary>
internal static class AccessMappings
{
    public static void Apply(ModelBuilder model) => model.Entity<ApiToken>(token =>
    {
        token.Property(t => t.Name).HasMaxLength(80);
        token.Property(t => t.Hash).HasMaxLength(64);
        token.HasIndex(t => t.Name).IsUnique();
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasOne<Section>().WithMany().HasForeignKey(t => t.SectionId).OnDelete(DeleteBehavior.Cascade);
    });
}
