using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding.Searching;

namespace NewsPortal.Core.Storage;

/// <summary>The narrow rows of a search. The full-text index itself is made by hand in the migrations: no model describes it.</summary>
internal static class SearchMappings
{
    public static void Apply(ModelBuilder model) => model.Entity<SearchEntry>(entry =>
    {
        entry.ToTable("SearchEntries");
        entry.HasKey(e => e.Key);
        entry.Property(e => e.Key).ValueGeneratedNever();
        entry.HasIndex(e => e.ArticleId).IsUnique();
        entry.HasIndex(e => e.HeadlineHash);
    });
}
