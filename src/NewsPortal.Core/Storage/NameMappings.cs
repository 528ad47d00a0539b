using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of sections, tags, sources and writers.</summary>
internal static class NameMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Section>(section =>
        {
            section.HasIndex(s => s.Slug).IsUnique();
            section.HasIndex(s => s.Name).IsUnique();
            section.HasMany(s => s.Aliases).WithOne().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SectionAlias>().HasKey(a => a.NameKey);
        model.Entity<Introduction>(introduction =>
        {
            introduction.ToTable("Introductions");
            introduction.HasKey(i => new { i.Kind, i.TargetId });
            introduction.Property(i => i.TargetId).ValueGeneratedNever();
            introduction.Property(i => i.Text).HasMaxLength(Introduction.Longest);
        });
        Named<Tag>(model);
        Named<Source>(model);
        Named<Author>(model);
    }

    private static void Named<T>(ModelBuilder model)
        where T : class, INamed
    {
        model.Entity<T>(named =>
        {
            named.HasKey(n => n.Id);
            named.HasIndex(n => n.Slug).IsUnique();
            named.HasIndex(n => n.NameKey).IsUnique();
        });
    }
}
