using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Publishing;

/// <summary>Finds pictures that look like one: saved anew, resized, cropped a little.</summary>
/// <remarks>
/// A hash falls into four bands of 16 bits. Two that differ in at most seven bits agree in one band but for one bit at most, so
/// that 17 values of each band lead to all of them; of those at eight bits few have two differences in every band. Each value
/// is one look into an index, and of each the newest few rows are taken: the cost has a bound that does not grow with the archive.
/// </remarks>
public static class LookAlikes
{
    private const int Bands = 4;
    private const int BandBits = 16;

    // Rows of one value of one band. More share it only where many pictures look alike in a quarter of their area.
    private const int MostOfValue = 40;

    /// <summary>The pictures that look like one, the nearest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="picture">The picture's number.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<Picture>> OfAsync(NewsDbContext db, int picture, int most = 12, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.PictureLikenesses.AsNoTracking().Where(l => l.PictureId == picture).Select(l => l.Hash).FirstOrDefaultAsync(cancellationToken) is not { } hash)
        {
            return [];
        }

        var near = (await NearAsync(db, hash, cancellationToken)).Where(n => n.Id != picture).Take(most).Select(n => n.Id).ToList();
        var found = await db.Pictures.AsNoTracking().Where(p => near.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return [.. near.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Numbers and distances of the pictures near a hash, the nearest first, then the newest.</summary>
    internal static async Task<IReadOnlyList<(int Id, int Distance)>> NearAsync(NewsDbContext db, long hash, CancellationToken cancellationToken)
    {
        // Numbers that we made ourselves: nothing of it comes from outside.
        var candidates = await db.Database.SqlQueryRaw<Candidate>(Query(hash)).ToListAsync(cancellationToken);
        return
        [
            .. candidates.DistinctBy(c => c.PictureId).Select(c => (c.PictureId, Distance: DifferenceHash.Distance(c.Hash, hash))).Where(c => c.Distance <= DifferenceHash.Near)
                .OrderBy(c => c.Distance).ThenByDescending(c => c.PictureId),
        ];
    }

    private static string Query(long hash)
    {
        var query = new StringBuilder();
        for (var band = 0; band < Bands; band++)
        {
            var value = PictureLikeness.Band(hash, band)!.Value;
            for (var bit = -1; bit < BandBits; bit++)
            {
                query.Append(query.Length == 0 ? string.Empty : " UNION ALL ").Append(
                    CultureInfo.InvariantCulture,
                    $"SELECT * FROM (SELECT \"PictureId\", \"Hash\" FROM \"PictureLikenesses\" WHERE \"Band{band}\" = {(bit < 0 ? value : value ^ (1 << bit))} ORDER BY \"PictureId\" DESC LIMIT {MostOfValue}) AS near");
            }
        }

        return query.ToString();
    }

    private sealed record Candidate(int PictureId, long Hash);
}
