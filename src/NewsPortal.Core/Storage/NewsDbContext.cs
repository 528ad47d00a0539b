using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Finding.Hot;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Pushing;
using NewsPortal.Core.Reading;

namespace NewsPortal.Core.Storage;

/// <summary>The store: one model for both databases, each with its own migrations.</summary>
public abstract class NewsDbContext : DbContext
{
    private PreparedStatements? _own;

    /// <summary>Opens the store.</summary>
    /// <param name="options">Which database, and how.</param>
    protected NewsDbContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>Articles, without their bodies.</summary>
    public DbSet<Article> Articles => Set<Article>();

    /// <summary>Bodies.</summary>
    public DbSet<ArticleBody> Bodies => Set<ArticleBody>();

    /// <summary>Rendered runs of article pages.</summary>
    public DbSet<ArticleRun> Runs => Set<ArticleRun>();

    /// <summary>Sections.</summary>
    public DbSet<Section> Sections => Set<Section>();

    /// <summary>Other spellings of sections' names.</summary>
    public DbSet<SectionAlias> SectionAliases => Set<SectionAlias>();

    /// <summary>Topics.</summary>
    public DbSet<Tag> Tags => Set<Tag>();

    /// <summary>Topics of articles.</summary>
    public DbSet<ArticleTag> ArticleTags => Set<ArticleTag>();

    /// <summary>Sources.</summary>
    public DbSet<Source> Sources => Set<Source>();

    /// <summary>Writers.</summary>
    public DbSet<Author> Authors => Set<Author>();

    /// <summary>Writers of articles.</summary>
    public DbSet<ArticleAuthor> ArticleAuthors => Set<ArticleAuthor>();

    /// <summary>Pictures by content.</summary>
    public DbSet<Picture> Pictures => Set<Picture>();

    /// <summary>The bytes that pictures came as.</summary>
    public DbSet<PictureInput> PictureInputs => Set<PictureInput>();

    /// <summary>What pictures look like.</summary>
    public DbSet<PictureLikeness> PictureLikenesses => Set<PictureLikeness>();

    /// <summary>Pictures of articles.</summary>
    public DbSet<ArticlePicture> ArticlePictures => Set<ArticlePicture>();

    /// <summary>Addresses that redirect.</summary>
    public DbSet<OldAddress> OldAddresses => Set<OldAddress>();

    /// <summary>Related lists.</summary>
    public DbSet<RelatedArticle> Related => Set<RelatedArticle>();

    /// <summary>What editors decided about related lists.</summary>
    public DbSet<RelatedChoice> RelatedChoices => Set<RelatedChoice>();

    /// <summary>Articles under the terms by which they are found.</summary>
    public DbSet<ArticleTerm> Terms => Set<ArticleTerm>();

    /// <summary>Pieces of text by which reprints are found.</summary>
    public DbSet<ReportMark> ReportMarks => Set<ReportMark>();

    /// <summary>Reports of one event over time.</summary>
    public DbSet<Story> Stories => Set<Story>();

    /// <summary>What articles are compared by.</summary>
    public DbSet<TermVectorRow> TermVectors => Set<TermVectorRow>();

    /// <summary>Document frequencies.</summary>
    public DbSet<TermCount> TermCounts => Set<TermCount>();

    /// <summary>Reads by article and hour.</summary>
    public DbSet<ReadCount> ReadCounts => Set<ReadCount>();

    /// <summary>What is read most, as last ranked.</summary>
    public DbSet<HotEntry> HotEntries => Set<HotEntry>();

    /// <summary>Bytes of imported files.</summary>
    public DbSet<Original> Originals => Set<Original>();

    /// <summary>Which file became which article.</summary>
    public DbSet<OriginalUse> OriginalUses => Set<OriginalUse>();

    /// <summary>Runs of the importer.</summary>
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    /// <summary>Rejections and warnings of runs.</summary>
    public DbSet<ImportRunEntry> ImportRunEntries => Set<ImportRunEntry>();

    /// <summary>The change ledger.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>Articles as they were before changes.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>The record of the newsroom's acts.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Who has which article open for editing.</summary>
    public DbSet<ArticleLock> ArticleLocks => Set<ArticleLock>();

    /// <summary>What is and was told to search engines and hooks.</summary>
    public DbSet<PushDelivery> PushDeliveries => Set<PushDelivery>();

    /// <summary>How far each receiver has been served.</summary>
    public DbSet<PushProgress> PushProgress => Set<PushProgress>();

    /// <summary>Tokens by which programs write.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>The people of the newsroom.</summary>
    public DbSet<StaffMember> Staff => Set<StaffMember>();

    /// <summary>Browsers in which they are signed in.</summary>
    public DbSet<StaffSession> Sessions => Set<StaffSession>();

    /// <summary>Keys that protect cookies, where several nodes share a database.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Secret addresses of articles that are not public yet.</summary>
    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    /// <summary>Secret addresses at which passwords are set.</summary>
    public DbSet<StaffInvitation> Invitations => Set<StaffInvitation>();

    /// <summary>What editors wrote at the head of sections, tags, sources, writers and stories.</summary>
    public DbSet<Introduction> Introductions => Set<Introduction>();

    /// <summary>Documents to download.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();

    /// <summary>Where articles offer attachments.</summary>
    public DbSet<ArticleAttachment> ArticleAttachments => Set<ArticleAttachment>();

    /// <summary>Entries of live reports.</summary>
    public DbSet<LiveUpdate> LiveUpdates => Set<LiveUpdate>();

    /// <summary>What editors put on the front page.</summary>
    public DbSet<FrontPin> FrontPins => Set<FrontPin>();

    /// <summary>What editors keep out of what is read most.</summary>
    public DbSet<HotExclusion> HotExclusions => Set<HotExclusion>();

    /// <summary>Pages beside the articles.</summary>
    public DbSet<FixedPage> FixedPages => Set<FixedPage>();

    /// <summary>Addresses that sections, tags, sources and writers once had.</summary>
    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    /// <summary>Other spellings of tags, sources and writers.</summary>
    public DbSet<NameAlias> NameAliases => Set<NameAlias>();

    /// <summary>Remarks of the newsroom on articles.</summary>
    public DbSet<EditorialNote> EditorialNotes => Set<EditorialNote>();

    /// <summary>Words that the publisher does not want in print.</summary>
    public DbSet<WrongWord> WrongWords => Set<WrongWord>();

    /// <summary>What the media library knows of pictures.</summary>
    public DbSet<PictureNote> PictureNotes => Set<PictureNote>();

    /// <summary>Site settings.</summary>
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Statements that were prepared on this context's connection.</summary>
    internal PreparedStatements Statements => (SharedStatements ?? (_own ??= new PreparedStatements())).For(this);

    /// <summary>The statements of a bulk, which outlive this context; null where it has its own.</summary>
    internal PreparedStatements? SharedStatements { get; init; }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _own?.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _own?.Dispose();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ArticleMappings.Apply(modelBuilder);
        NameMappings.Apply(modelBuilder);
        FindingMappings.Apply(modelBuilder);
        SearchMappings.Apply(modelBuilder);
        HotMappings.Apply(modelBuilder);
        ImportMappings.Apply(modelBuilder);
        LifeMappings.Apply(modelBuilder);
        PushMappings.Apply(modelBuilder);
        AccessMappings.Apply(modelBuilder);
        DeskMappings.Apply(modelBuilder);
        modelBuilder.Entity<Change>(change =>
        {
            change.HasKey(c => c.Sequence);
            change.Property(c => c.Sequence).ValueGeneratedNever();
            change.HasIndex(c => c.ArticleId);
            change.Property(c => c.Actor).HasMaxLength(100);
        });
        modelBuilder.Entity<Setting>().HasKey(s => s.Key);
    }
}
