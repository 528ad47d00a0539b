using System.Runtime.InteropServices;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Finding;

/// <summary>
/// The heads of terms' articles in an SQLite store, and the sums that are made over them. In a bulk one article after another
/// walks the same terms, so what was read of them is kept.
/// </summary>
/// <param name="keeps">Keeps what was read, until <see cref="Clear"/>; else every walk reads anew.</param>
internal sealed class PostingHeads(bool keeps)
{
    /// <summary>The largest article number that is kept.</summary>
    public const long LargestId = (1 << IdBits) - 1;

    private const int IdBits = 28;

    // Four bytes each. Full, all of it is forgotten: what the next articles walk is read again.
    private const int MostKept = 6_000_000;

    private const string Newest = "ORDER BY \"TermId\" DESC, \"Strength\" DESC, \"ArticleId\" DESC";

    // Where a term's places begin in the pool, and how many they are.
    private readonly Dictionary<int, (int Start, int Length)> _heads = [];
    private uint[] _pool = new uint[4096];
    private int _length;
    private bool _isWhole;
    private readonly Dictionary<int, long> _sums = [];

    /// <summary>Forgets what was read.</summary>
    public void Clear()
    {
        _heads.Clear();
        (_length, _isWhole) = (0, false);
    }

    /// <summary>Reads the heads of all terms in the table's own order: for a bulk that is a large part of the archive, many times quicker than term by term.</summary>
    /// <param name="db">A context with an open connection.</param>
    /// <param name="most">Places of one term.</param>
    /// <returns>False where they are more than are kept.</returns>
    public bool ReadAll(NewsDbContext db, int most)
    {
        Clear();
        var all = db.Statements.Sqlite($"SELECT \"TermId\", \"Strength\", \"ArticleId\" FROM \"Terms\" {Newest}");
        var (term, start) = (0, 0);
        while (all.Next())
        {
            var next = (int)all.Number(0);
            if (next != term)
            {
                End();
                (term, start) = (next, _length);
            }

            if (_length - start < most)
            {
                Keep(all.Number(1), all.Number(2));
            }

            if (_length > MostKept)
            {
                all.Leave();
                Clear();
                return false;
            }
        }

        End();
        return _isWhole = true;

        // Under a term of its own an article meets nobody.
        void End()
        {
            if (_length - start > 1)
            {
                _heads[term] = (start, _length - start);
            }
            else
            {
                _length = start;
            }
        }
    }

    /// <summary>Adds an article's weight under a term to all others that stand at the head of the term.</summary>
    /// <param name="db">A context with an open connection.</param>
    /// <param name="term">The term.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="walked">How many are looked at.</param>
    /// <param name="most">How many of a term are looked at by anybody.</param>
    public void Walk(NewsDbContext db, int term, long weight, int walked, int most)
    {
        foreach (var place in Head(db, term, walked, most))
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (int)(place & (uint)LargestId), out _);
            sum += weight << (int)(place >> IdBits);
        }
    }

    /// <summary>Ends a walk: those with the largest sums, of equals the newest, in no order.</summary>
    /// <param name="id">The article that walked, left out.</param>
    /// <param name="most">How many.</param>
    public List<long> Take(long id, int most)
    {
        // The smallest of the best stands in front, and goes when a better one comes.
        var best = new PriorityQueue<long, (long, long)>(most + 1);
        _sums.Remove((int)id);
        foreach (var (met, sum) in _sums)
        {
            var rank = (sum, (long)met);
            if (best.Count < most)
            {
                best.Enqueue(met, rank);
            }
            else if (best.TryPeek(out _, out var least) && rank.CompareTo(least) > 0)
            {
                best.DequeueEnqueue(met, rank);
            }
        }

        _sums.Clear();
        return [.. best.UnorderedItems.Select(b => b.Element)];
    }

    private ReadOnlySpan<uint> Head(NewsDbContext db, int term, int walked, int most)
    {
        if (_heads.TryGetValue(term, out var known))
        {
            return _pool.AsSpan(known.Start, Math.Min(known.Length, walked));
        }

        if (_isWhole)
        {
            return [];
        }

        if (!keeps || _length + most > MostKept)
        {
            Clear();
        }

        var start = _length;
        var read = db.Statements.Sqlite($"SELECT \"Strength\", \"ArticleId\" FROM \"Terms\" WHERE \"TermId\" = ?1 ORDER BY \"Strength\" DESC, \"ArticleId\" DESC LIMIT ?2");
        for (read.Bind(1, term).Bind(2, keeps ? most : walked); read.Next();)
        {
            Keep(read.Number(0), read.Number(1));
        }

        _heads[term] = (start, _length - start);
        return _pool.AsSpan(start, Math.Min(_length - start, walked));
    }

    private void Keep(long strength, long id)
    {
        if (id > LargestId)
        {
            throw new InvalidOperationException($"Article {id} has a larger number than related lists can be computed for.");
        }

        if (_length == _pool.Length)
        {
            Array.Resize(ref _pool, _pool.Length * 2);
        }

        _pool[_length++] = ((uint)strength << IdBits) | (uint)id;
    }
}
