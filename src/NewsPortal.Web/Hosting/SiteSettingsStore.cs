using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
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

    /// <summary>Changes settings, each with its row in the ledger and on record; all of them, or none.</summary>
    /// <param name="db">The store.</param>
    /// <param name="changed">Keys as typed, and their new values.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SettingException">There is no such key, it is locked, or the value is not allowed.</exception>
    public async Task SetAsync(
        NewsDbContext db, IReadOnlyList<(string Name, string Value)> changed, string actor, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changed);
        var keys = changed.Select(c => (Key: Settable(c.Name), c.Value)).ToList();
        keys.ForEach(c => Checked(c.Key, c.Value));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ChangeLedger.LockAsync(db, cancellationToken);
        foreach (var (key, value) in keys)
        {
            var row = await db.Settings.FirstOrDefaultAsync(s => s.Key == key.Name, cancellationToken);
            AuditTrail.Add(
                db,
                new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = "site.set", Subject = key.Name },
                [new FieldChange(key.Name, row?.Value, value)]);
            if (row is null)
            {
                db.Settings.Add(row = new Setting { Key = key.Name });
            }

            row.Value = value;
        }

        await db.SaveChangesAsync(cancellationToken);
        await ChangeLedger.AppendAsync(
            db,
            [.. keys.Select(c => new Change { Kind = ChangeKind.Site, AtUtc = clock.NowUtc(), Actor = actor, Detail = $"Site:{c.Key.Name}" })],
            [],
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A key by its name.</summary>
    /// <param name="name">The key as typed.</param>
    /// <exception cref="SettingException">There is no such key.</exception>
    public static SettingKey Known(string name) => SettingKeys.Find(name)
        ?? throw new SettingException($"There is no setting '{name}'. There are: {string.Join(", ", SettingKeys.All.Select(k => "Site:" + k.Name))}.");

    private SettingKey Settable(string name)
    {
        var key = Known(name);
        return SiteConfiguration.IsLocked(configuration, key) ? throw new SettingException($"Site:{key.Name} is locked: environment or command line give it.") : key;
    }

    private static string Checked(SettingKey key, string value) => key.Fault(value) is { } fault
        ? throw new SettingException($"Site:{key.Name} {fault}; '{value}' is not.")
        : value;
}

/// <summary>A setting that does not exist, is locked or has a value that is not allowed.</summary>
/// <param name="message">Which, why, and what is allowed.</param>
public sealed class SettingException(string message) : Exception(message);
