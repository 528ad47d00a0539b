using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Hosting;

/// <summary>Site settings: kept in the store, seeded by configuration, overruled by environment and command line.</summary>
/// <param name="configuration">The configuration.</param>
public sealed class SiteSettingsStore(IConfigurationRoot configuration)
{
    /// <summary>Writes what configuration gives into a store that holds no settings yet.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SettingException">A configured value is not allowed.</exception>
    public async Task SeedAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Settings.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var key in SettingKeys.All)
        {
            var value = SiteConfiguration.IsLocked(configuration, key) ? null : SiteConfiguration.Setting(configuration, key);
            db.Settings.Add(new Setting { Key = key.Name, Value = value is null ? key.Read(new SiteSettings()) : Checked(key, value) });
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Settings.AsNoTracking().Any())
        {
            // Another process seeded them in the same moment, from the same configuration.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The settings in force.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SettingException">A value given by environment or command line is not allowed.</exception>
    public async Task<SiteSettings> LoadAsync(NewsDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var settings = new SiteSettings();
        foreach (var row in await db.Settings.AsNoTracking().ToListAsync(cancellationToken))
        {
            // A row of a newer version's key is left alone.
            settings = SettingKeys.Find(row.Key)?.Write(settings, row.Value) ?? settings;
        }

        foreach (var key in SettingKeys.All.Where(k => SiteConfiguration.IsLocked(configuration, k)))
        {
            settings = key.Write(settings, Checked(key, SiteConfiguration.Setting(configuration, key)!));
        }

        return settings;
    }

    /// <summary>Changes one setting, with its row in the ledger.</summary>
    /// <param name="db">The store.</param>
    /// <param name="name">The key as typed.</param>
    /// <param name="value">The new value.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SettingException">There is no such key, it is locked, or the value is not allowed.</exception>
    public async Task SetAsync(NewsDbContext db, string name, string value, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var key = Known(name);
        if (SiteConfiguration.IsLocked(configuration, key))
        {
            throw new SettingException($"Site:{key.Name} is locked: environment or command line give it.");
        }

        Checked(key, value);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await db.Settings.FirstOrDefaultAsync(s => s.Key == key.Name, cancellationToken);
        if (row is null)
        {
            db.Settings.Add(row = new Setting { Key = key.Name });
        }

        row.Value = value;
        await ChangeLedger.AppendAsync(
            db,
            [new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = "operator", Detail = $"Site:{key.Name}" }],
            [],
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A key by its name.</summary>
    /// <param name="name">The key as typed.</param>
    /// <exception cref="SettingException">There is no such key.</exception>
    public static SettingKey Known(string name) => SettingKeys.Find(name)
        ?? throw new SettingException($"There is no setting '{name}'. There are: {string.Join(", ", SettingKeys.All.Select(k => "Site:" + k.Name))}.");

    private static string Checked(SettingKey key, string value) => key.Fault(value) is { } fault
        ? throw new SettingException($"Site:{key.Name} {fault}; '{value}' is not.")
        : value;
}

/// <summary>A setting that does not exist, is locked or has a value that is not allowed.</summary>
/// <param name="message">Which, why, and what is allowed.</param>
public sealed class SettingException(string message) : Exception(message);
