using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of related lists and terms. The full-text index is made by hand in the migrations: no model describes it.</summary>
internal static class FindingMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<RelatedArticle>(related =>
        {
            related.ToTable("Related");
            related.HasKey(r => new { r.ArticleId, r.Rank });
            related.HasIndex(r => r.RelatedId);
            related.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
            related.HasOne<Article>().WithMany().HasForeignKey(r => r.RelatedId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RelatedChoice>(choice =>
        {
            choice.ToTable("RelatedChoices");
            choice.HasKey(c => new { c.ArticleId, c.RelatedId });
            choice.HasIndex(c => c.RelatedId);
            choice.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Cascade);
            choice.HasOne<Article>().WithMany().HasForeignKey(c => c.RelatedId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ArticleTerm>(term =>
        {
            term.ToTable("Terms");

            // An article's own terms are known from its vector, so there is no index the other way round.
            term.HasKey(t => new { t.TermId, t.Strength, t.ArticleId });
        });
        model.Entity<TermVectorRow>(vector =>
        {
            vector.ToTable("TermVectors");
            vector.HasKey(v => v.ArticleId);
            vector.Property(v => v.ArticleId).ValueGeneratedNever();
        });
        model.Entity<ReportMark>(mark =>
        {
            mark.ToTable("ReportMarks");
            mark.HasKey(m => new { m.Hash, m.ArticleId });
            mark.HasIndex(m => m.ArticleId);
        });
        model.Entity<Story>(story =>
        {
            story.ToTable("Stories");
            story.Property(s => s.Id).ValueGeneratedNever();
            story.Property(s => s.Name).HasMaxLength(80);
            story.Property(s => s.Slug).HasMaxLength(60);
            story.HasIndex(s => s.Slug).IsUnique();
            story.Ignore(s => s.Path);
        });
        model.Entity<TermCount>(count =>
        {
            count.ToTable("TermCounts");
            count.HasKey(c => c.TermId);
            count.Property(c => c.TermId).ValueGeneratedNever();
        });
    }
}
