using System.Collections.Concurrent;
using NewsPortal.Core.Reading;

namespace NewsPortal.Web.Serving.Kept;

/// <summary>
/// Whole answers in memory, by the address as it is asked for. It takes a bounded number of bytes, and what is asked for
/// often stays: a program that walks through a million old pages asks for each of them once and pushes nothing out.
/// </summary>
/// <param name="mostBytes">How many bytes it may take; 0 keeps nothing.</param>
internal sealed class PageCache(long mostBytes)
{
    private const int LongestTarget = 512;
    private const int Sampled = 8;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<Entry> _listed = [];
    private readonly FrequencySketch _asked = new((int)Math.Clamp(mostBytes / 1024, 1024, 1 << 20));
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>It keeps something.</summary>
    public bool IsOn => mostBytes > 0;

    /// <summary>What it takes now, in bytes.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>How many answers it holds.</summary>
    public int Count => _entries.Count;

    /// <summary>The answer for an address, if it is right for the site as it stands.</summary>
    /// <param name="target">The address as it is asked for, with its query.</param>
    /// <param name="snapshot">The site as it stands.</param>
    public ReadyAnswer? Find(string target, SiteSnapshot snapshot)
    {
        if (target.Length > LongestTarget)
        {
            return null;
        }

        _asked.Add(target.GetHashCode(StringComparison.Ordinal));
        return _entries.TryGetValue(target, out var entry) && entry.Ready is var ready
            && ReferenceEquals(ready.Snapshot, snapshot) && Environment.TickCount64 <= ready.GoodUntil ? ready : null;
    }

    /// <summary>Keeps an answer, if it is asked for often enough to be worth its place.</summary>
    /// <param name="target">The address as it is asked for.</param>
    /// <param name="ready">The answer.</param>
    /// <returns>True where it is kept.</returns>
    public bool Offer(string target, ReadyAnswer ready)
    {
        // Asked for once, it may never be again.
        const int fewest = 2;
        var hash = target.GetHashCode(StringComparison.Ordinal);
        if (!IsOn || target.Length > LongestTarget || ready.Size > mostBytes / 4 || _asked.Estimate(hash) < fewest)
        {
            return false;
        }

        lock (_gate)
        {
            if (_entries.TryGetValue(target, out var known))
            {
                Charge(known, ready);
                return true;
            }

            while (_bytes + ready.Size > mostBytes)
            {
                var victim = LeastAsked();
                if (!Beats(_asked.Estimate(hash), _asked.Estimate(victim.Hash)))
                {
                    return false;
                }

                Remove(victim);
            }

            var entry = new Entry(target, hash, ready) { Place = _listed.Count };
            _listed.Add(entry);
            _entries[target] = entry;
            Charge(entry, ready);
            return true;
        }
    }

    /// <summary>Takes account of an answer that has grown (by another coding), if it is still held.</summary>
    /// <param name="target">Its address.</param>
    /// <param name="ready">The answer.</param>
    public void Grown(string target, ReadyAnswer ready)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(target, out var entry) || !ReferenceEquals(entry.Ready, ready))
            {
                return;
            }

            Charge(entry, ready);
            while (_bytes > mostBytes)
            {
                Remove(LeastAsked());
            }
        }
    }

    // Of two that are both asked for often the newcomer wins now and then: what was popular yesterday must go some time.
    private static bool Beats(int candidate, int victim)
    {
        const int often = 5;
        const int nowAndThen = 16;
        return candidate > victim || (candidate == victim && candidate >= often && Random.Shared.Next(nowAndThen) == 0);
    }

    private void Charge(Entry entry, ReadyAnswer ready)
    {
        Interlocked.Add(ref _bytes, ready.Size - entry.Charged);
        entry.Charged = ready.Size;
        entry.Ready = ready;
    }

    // A few at random, and the least asked for among them: nearly as good as the least of all, at no upkeep.
    private Entry LeastAsked()
    {
        var least = _listed[Random.Shared.Next(_listed.Count)];
        for (var i = 1; i < Sampled; i++)
        {
            var other = _listed[Random.Shared.Next(_listed.Count)];
            least = _asked.Estimate(other.Hash) < _asked.Estimate(least.Hash) ? other : least;
        }

        return least;
    }

    private void Remove(Entry entry)
    {
        var last = _listed[^1];
        _listed[entry.Place] = last;
        last.Place = entry.Place;
        _listed.RemoveAt(_listed.Count - 1);
        _entries.TryRemove(entry.Target, out _);
        Interlocked.Add(ref _bytes, -entry.Charged);
    }

    private sealed class Entry(string target, int hash, ReadyAnswer ready)
    {
        private volatile ReadyAnswer _ready = ready;

        public string Target => target;

        public int Hash => hash;

        public ReadyAnswer Ready
        {
            get => _ready;
            set => _ready = value;
        }

        public int Charged { get; set; }

        public int Place { get; set; }
    }
}
