using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace NewsPortal.Core.Storage;

/// <summary>
/// Tells a bulk, from one of its transactions to the next, whether anybody else has written between: what it remembers of the
/// store holds only while nobody has.
/// </summary>
/// <param name="db">The bulk's one context, its connection kept open.</param>
internal sealed class SoleWriter(NewsDbContext db)
{
    private long _version = -1;

    /// <summary>True where nobody else has written since the last call, in this process or another.</summary>
    /// <remarks>PostgreSQL has no such number for a connection, so there the answer is always no.</remarks>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsStillAloneAsync(CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return false;
        }

        // It changes when another connection commits, and not with one's own commits (sqlite.org, "PRAGMA data_version").
        var version = Convert.ToInt64(await db.Statements.Command("PRAGMA data_version").ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        (var before, _version) = (_version, version);
        return before == version;
    }
}
