using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Reading;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of articles and what hangs on them.</summary>
internal static class ArticleMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Article>(article =>
        {
            article.Property(a => a.ExternalId).HasMaxLength(200);
            article.Property(a => a.Slug).HasMaxLength(60);
            article.Property(a => a.Headline).HasMaxLength(400);
            article.Property(a => a.CreatedBy).HasMaxLength(100);
            article.Property(a => a.Version).IsConcurrencyToken();
            article.Ignore(a => a.Path);
            article.Ignore(a => a.DueUtc);

            article.HasIndex(a => new { a.Day, a.Slug }).IsUnique();
            article.HasIndex(a => a.ExternalId).IsUnique();
            article.HasIndex(a => a.OriginalHash);
            article.HasIndex(a => a.ImportPath);

            // What AMP and print versions and pages of divided articles are told by. No index
            // of PostgreSQL takes a value of more than 2,700 bytes.
            article.HasIndex(a => a.Headline);
            article.HasIndex(a => a.OriginalUrl).HasFilter("length(\"OriginalUrl\") <= 800");

            // Every public list walks one of these in its own order and stops after a page: (time, id) is total.
            article.HasIndex(a => new { a.Status, a.PublishedUtc, a.Id });
            article.HasIndex(a => new { a.SectionId, a.Status, a.PublishedUtc, a.Id });
            article.HasIndex(a => new { a.SourceId, a.Status, a.PublishedUtc, a.Id });
            article.HasIndex(a => new { a.ReportId, a.Status, a.PublishedUtc, a.Id });
            article.HasIndex(a => new { a.StoryId, a.Status, a.PublishedUtc, a.Id });
            article.HasIndex(a => new { a.Status, a.Day, a.PublishedUtc, a.Id });

            // The newsroom's list: what changed last.
            article.HasIndex(a => new { a.UpdatedUtc, a.Id });

            // Partial indexes: they hold only the few articles that wait, or that are samples.
            article.HasIndex(a => a.IsSample).HasFilter("\"IsSample\"");
            article.HasIndex(a => a.EndsUtc).HasFilter("\"EndsUtc\" IS NOT NULL");
            article.HasIndex(a => a.Id).HasFilter("\"RelatedDue\"").HasDatabaseName("IX_Articles_RelatedDue");

            article.HasOne(a => a.Section).WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
            article.HasOne(a => a.Source).WithMany().HasForeignKey(a => a.SourceId).OnDelete(DeleteBehavior.Restrict);
            article.HasOne(a => a.LeadPicture).WithMany().HasForeignKey(a => a.LeadPictureId).OnDelete(DeleteBehavior.Restrict);
            article.HasOne(a => a.Body).WithOne().HasForeignKey<ArticleBody>(b => b.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ArticleBody>(body =>
        {
            body.HasKey(b => b.ArticleId);
            body.Property(b => b.ArticleId).ValueGeneratedNever();
            body.Ignore(b => b.Origins);
        });
        model.Entity<ArticleRun>(run =>
        {
            run.HasKey(r => r.ArticleId);
            run.Property(r => r.ArticleId).ValueGeneratedNever();
            run.HasOne<Article>().WithOne().HasForeignKey<ArticleRun>(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ArticleTag>(tag =>
        {
            tag.HasKey(t => new { t.ArticleId, t.TagId });
            tag.HasIndex(t => new { t.TagId, t.ArticleId });
            tag.HasOne(t => t.Article).WithMany(a => a.Tags).HasForeignKey(t => t.ArticleId).OnDelete(DeleteBehavior.Cascade);
            tag.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ArticleAuthor>(author =>
        {
            author.HasKey(t => new { t.ArticleId, t.AuthorId });
            author.HasIndex(t => new { t.AuthorId, t.ArticleId });
            author.HasOne(t => t.Article).WithMany(a => a.Authors).HasForeignKey(t => t.ArticleId).OnDelete(DeleteBehavior.Cascade);
            author.HasOne(t => t.Author).WithMany().HasForeignKey(t => t.AuthorId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Picture>(picture =>
        {
            picture.HasIndex(p => p.Hash).IsUnique();
            picture.HasIndex(p => p.Renditions);
            picture.Ignore(p => p.Path);
        });
        model.Entity<PictureLikeness>(likeness =>
        {
            likeness.HasKey(l => l.PictureId);
            likeness.Property(l => l.PictureId).ValueGeneratedNever();
            likeness.HasOne<Picture>().WithOne(p => p.Likeness).HasForeignKey<PictureLikeness>(l => l.PictureId).OnDelete(DeleteBehavior.Cascade);

            // Each leads to the newest pictures of one value, and to no other row.
            likeness.HasIndex(l => new { l.Band0, l.PictureId });
            likeness.HasIndex(l => new { l.Band1, l.PictureId });
            likeness.HasIndex(l => new { l.Band2, l.PictureId });
            likeness.HasIndex(l => new { l.Band3, l.PictureId });
            likeness.HasIndex(l => new { l.State, l.PictureId });
        });
        model.Entity<PictureInput>(input =>
        {
            input.HasKey(i => i.Hash);
            input.Property(i => i.Hash).HasMaxLength(64);
            input.HasOne(i => i.Picture).WithMany().HasForeignKey(i => i.PictureId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ArticlePicture>(picture =>
        {
            picture.HasKey(p => new { p.ArticleId, p.Position });
            picture.HasIndex(p => p.PictureId);
            picture.HasOne<Article>().WithMany(a => a.Pictures).HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
            picture.HasOne(p => p.Picture).WithMany().HasForeignKey(p => p.PictureId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OldAddress>(address =>
        {
            address.HasKey(a => a.Path);
            address.HasOne(a => a.Article).WithMany().HasForeignKey(a => a.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
