using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of what editors arrange: the front page, fixed pages, former names, notes and words.</summary>
internal static class DeskMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<FrontPin>(pin =>
        {
            pin.ToTable("FrontPins");
            pin.HasKey(p => p.ArticleId);
            pin.Property(p => p.ArticleId).ValueGeneratedNever();
            pin.HasOne(p => p.Article).WithOne().HasForeignKey<FrontPin>(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<HotExclusion>(exclusion =>
        {
            exclusion.ToTable("HotExclusions");
            exclusion.HasKey(e => e.ArticleId);
            exclusion.Property(e => e.ArticleId).ValueGeneratedNever();
            exclusion.HasOne<Article>().WithOne().HasForeignKey<HotExclusion>(e => e.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FixedPage>(page =>
        {
            page.ToTable("FixedPages");
            page.Property(p => p.Slug).HasMaxLength(60);
            page.Property(p => p.Title).HasMaxLength(120);
            page.Property(p => p.Version).IsConcurrencyToken();
            page.HasIndex(p => p.Slug).IsUnique();
            page.Ignore(p => p.Path);
        });
        model.Entity<FormerSlug>(former =>
        {
            former.ToTable("FormerSlugs");
            former.Property(f => f.Slug).HasMaxLength(60);
            former.HasKey(f => new { f.Kind, f.Slug });
            former.HasIndex(f => new { f.Kind, f.TargetId });
        });
        model.Entity<NameAlias>(alias =>
        {
            alias.ToTable("NameAliases");
            alias.HasKey(a => new { a.Kind, a.NameKey });
            alias.HasIndex(a => new { a.Kind, a.TargetId });
        });
        model.Entity<EditorialNote>(note =>
        {
            note.ToTable("EditorialNotes");
            note.Property(n => n.Actor).HasMaxLength(100);
            note.HasIndex(n => new { n.ArticleId, n.Id });
            note.HasOne<Article>().WithMany().HasForeignKey(n => n.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Attachment>(attachment =>
        {
            attachment.ToTable("Attachments");
            attachment.Property(a => a.Hash).HasMaxLength(64);
            attachment.Property(a => a.FileName).HasMaxLength(200);
            attachment.Property(a => a.AddedBy).HasMaxLength(100);
            attachment.HasIndex(a => a.Hash).IsUnique();
        });
        model.Entity<ArticleAttachment>(place =>
        {
            place.ToTable("ArticleAttachments");
            place.HasKey(p => new { p.ArticleId, p.AttachmentId });
            place.Property(p => p.Title).HasMaxLength(200);
            place.HasIndex(p => p.AttachmentId);
            place.HasOne<Article>().WithMany(a => a.Attachments).HasForeignKey(p => p.ArticleId).OnDelete(DeleteBehavior.Cascade);
            place.HasOne(p => p.Attachment).WithMany().HasForeignKey(p => p.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LiveUpdate>(update =>
        {
            update.ToTable("LiveUpdates");
            update.Property(u => u.Headline).HasMaxLength(200);
            update.Property(u => u.Author).HasMaxLength(100);
            update.HasIndex(u => new { u.ArticleId, u.AtUtc, u.Id });
            update.Ignore(u => u.LastUtc);
            update.HasOne<Article>().WithMany(a => a.LiveUpdates).HasForeignKey(u => u.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WrongWord>(word =>
        {
            word.ToTable("WrongWords");
            word.Property(w => w.Wrong).HasMaxLength(40);
            word.Property(w => w.Right).HasMaxLength(40);
            word.Property(w => w.Reason).HasMaxLength(200);
            word.HasIndex(w => w.Wrong).IsUnique();
        });
        model.Entity<PictureNote>(note =>
        {
            note.ToTable("PictureNotes");
            note.HasKey(n => n.PictureId);
            note.Property(n => n.PictureId).ValueGeneratedNever();

            // Every page with crops asks for the few that have a point.
            note.HasIndex(n => n.PictureId).HasFilter("\"FocalX\" IS NOT NULL").HasDatabaseName("IX_PictureNotes_Focal");
            note.HasOne<Picture>().WithOne().HasForeignKey<PictureNote>(n => n.PictureId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PreviewLink>(link =>
        {
            link.ToTable("PreviewLinks");
            link.HasKey(l => l.Hash);
            link.Property(l => l.Hash).HasMaxLength(64);
            link.Property(l => l.Actor).HasMaxLength(100);
            link.HasIndex(l => l.ArticleId);
            link.HasOne<Article>().WithMany().HasForeignKey(l => l.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StaffInvitation>(invitation =>
        {
            invitation.ToTable("StaffInvitations");
            invitation.HasKey(i => i.StaffMemberId);
            invitation.Property(i => i.StaffMemberId).ValueGeneratedNever();
            invitation.Property(i => i.Hash).HasMaxLength(64);
            invitation.HasIndex(i => i.Hash).IsUnique();
            invitation.HasOne<StaffMember>().WithOne().HasForeignKey<StaffInvitation>(i => i.StaffMemberId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
