using System.Globalization;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Newsroom;

/// <summary>
/// Counts attempts to sign in that failed. An hour's stand on record as one entry, so that whoever guesses cannot fill the
/// record; names that nobody has are counted and not written down, as a password may have been typed there.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">The clock.</param>
public sealed class FailedSignIns(NewsStore store, TimeProvider clock)
{
    private const int MostNames = 20;
    private const string Nobody = "?";

    private readonly Lock _gate = new();
    private Dictionary<string, int> _counts = [];
    private DateTime _hour;

    /// <summary>Counts one.</summary>
    /// <param name="member">Whose name was given; null where nobody has it.</param>
    public async Task CountAsync(StaffMember? member)
    {
        await WriteAsync(onlyEnded: true);
        lock (_gate)
        {
            var name = member?.UserName ?? Nobody;
            name = _counts.ContainsKey(name) || _counts.Count < MostNames ? name : Nobody;
            _hour = _counts.Count == 0 ? HourOf(clock.NowUtc()) : _hour;
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Puts what was counted on record.</summary>
    /// <param name="onlyEnded">Leaves an hour alone that still goes on.</param>
    /// <param name="cancellationToken">Gives up; nothing is lost then.</param>
    public async Task WriteAsync(bool onlyEnded, CancellationToken cancellationToken = default)
    {
        Dictionary<string, int> counts;
        DateTime hour;
        lock (_gate)
        {
            if (_counts.Count == 0 || (onlyEnded && HourOf(clock.NowUtc()) == _hour))
            {
                return;
            }

            (counts, hour, _counts) = (_counts, _hour, []);
        }

        try
        {
            await using var db = store.CreateContext();
            var entry = new AuditEntry
            {
                AtUtc = clock.NowUtc(),
                Actor = "sign-in",
                Act = AuditActs.StaffSignInsFailed,
                Subject = string.Create(CultureInfo.InvariantCulture, $"{hour:yyyy-MM-dd'T'HH}:00Z"),
            };
            AuditTrail.Add(db, entry, [.. counts.OrderByDescending(c => c.Value).Select(c => new FieldChange(c.Key, null, c.Value.ToString(CultureInfo.InvariantCulture)))]);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch
        {
            lock (_gate)
            {
                foreach (var (name, count) in counts)
                {
                    _counts[name] = _counts.GetValueOrDefault(name) + count;
                }

                _hour = hour;
            }

            throw;
        }
    }

    private static DateTime HourOf(DateTime utc) => utc.Date.AddHours(utc.Hour);
}
