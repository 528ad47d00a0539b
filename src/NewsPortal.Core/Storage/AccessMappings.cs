using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;

namespace NewsPortal.Core.Storage;

/// <summary>Tables and indexes of who may write, and who may come in.</summary>
internal static class AccessMappings
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<ApiToken>(token =>
        {
            token.Property(t => t.Name).HasMaxLength(80);
            token.Property(t => t.Hash).HasMaxLength(64);
            token.HasIndex(t => t.Name).IsUnique();
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasOne<Section>().WithMany().HasForeignKey(t => t.SectionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StaffMember>(member =>
        {
            member.ToTable("Staff");
            member.Property(m => m.UserName).HasMaxLength(StaffMembers.LongestName);
            member.Property(m => m.NormalizedUserName).HasMaxLength(StaffMembers.LongestName);
            member.HasIndex(m => m.NormalizedUserName).IsUnique();
            member.Property(m => m.ConcurrencyStamp).IsConcurrencyToken();

            // Identity's own bounds, which lock out whom an attacker names, are not used; neither are addresses and telephones.
            member.Ignore(m => m.LockoutEnd).Ignore(m => m.LockoutEnabled).Ignore(m => m.AccessFailedCount);
            member.Ignore(m => m.Email).Ignore(m => m.NormalizedEmail).Ignore(m => m.EmailConfirmed).Ignore(m => m.PhoneNumber).Ignore(m => m.PhoneNumberConfirmed);
        });
        model.Entity<StaffSession>(session =>
        {
            session.HasKey(s => s.Id);
            session.Property(s => s.Id).HasMaxLength(64);
            session.HasIndex(s => s.StaffMemberId);
            session.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffMemberId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserToken<int>>(token =>
        {
            // The key of a second factor and its recovery codes.
            token.ToTable("StaffKeys");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserPasskey<int>>(passkey =>
        {
            passkey.ToTable("StaffPasskeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
            passkey.OwnsOne(p => p.Data).ToJson();
        });
    }
}
