using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Access;

/// <summary>Makes tokens, recognises them and takes them back.</summary>
/// <param name="db">The store.</param>
/// <param name="clock">The clock.</param>
/// <param name="actor">Who makes and takes back; it stands on record.</param>
public sealed class ApiTokens(NewsDbContext db, TimeProvider clock, string actor = "operator")
{
    // A mark by which a token that leaked into a file or a log is found.
    private const string Mark = "np_";
    private const int SecretBytes = 32;
    private static readonly TimeSpan UseNoted = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token.</summary>
    /// <param name="name">What it is called, 1 to 80 characters.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="sectionId">The one section that it may write to; null for any.</param>
    /// <param name="lasts">How long it holds; null for ever.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The token itself, which is shown once and never stored; null where the name is taken.</returns>
    public async Task<string?> AddAsync(string name, TokenScopes scopes, int? sectionId, TimeSpan? lasts, CancellationToken cancellationToken = default)
    {
        if (await db.ApiTokens.AnyAsync(t => t.Name == name, cancellationToken))
        {
            return null;
        }

        var secret = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = clock.NowUtc();
        db.ApiTokens.Add(new ApiToken { Name = name, Hash = HashOf(secret), Scopes = scopes, SectionId = sectionId, CreatedUtc = now, ExpiresUtc = now + lasts });
        Record(AuditActs.TokenAdded, name, new FieldChange("scopes", null, scopes.ToString()), new FieldChange("section", null, sectionId?.ToString(CultureInfo.InvariantCulture)), new FieldChange("days", null, lasts?.TotalDays.ToString("0.##", CultureInfo.InvariantCulture)));
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>Recognises a token.</summary>
    /// <param name="secret">What the program sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where there is none such, or it has ended or was taken back.</returns>
    public async Task<ApiToken?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!secret.StartsWith(Mark, StringComparison.Ordinal) || secret.Length > 100)
        {
            return null;
        }

        // Looked up by its hash: how long that takes tells nothing about the token.
        var (hash, now) = (HashOf(secret), clock.NowUtc());
        var token = await db.ApiTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Hash == hash && t.RevokedUtc == null && (t.ExpiresUtc == null || t.ExpiresUtc > now), cancellationToken);
        if (token is not null && (token.UsedUtc is null || now - token.UsedUtc >= UseNoted))
        {
            await db.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedUtc, now), cancellationToken);
        }

        return token;
    }

    /// <summary>Takes a token back; it ends at once.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where there is none of this name in force.</returns>
    public async Task<bool> RevokeAsync(string name, CancellationToken cancellationToken = default)
    {
        var now = clock.NowUtc();
        if (await db.ApiTokens.Where(t => t.Name == name && t.RevokedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedUtc, now), cancellationToken) == 0)
        {
            return false;
        }

        Record(AuditActs.TokenRevoked, name);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private void Record(string act, string name, params FieldChange[] changes) =>
        AuditTrail.Add(db, new AuditEntry { AtUtc = clock.NowUtc(), Actor = actor, Act = act, Subject = name }, changes);

    // A long random secret needs no salt and no slow hash: there is no dictionary of them.
    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
