using System.Net;
using NewsPortal.Core.Finding.Hot;

namespace NewsPortal.Web.Serving;

/// <summary>
/// Remembers for a while who read what, so that a reload is no second reading: as keyed hashes in memory, never stored and
/// never logged. A reader counts again for the same article after 30 to 60 minutes.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="most">Readings remembered in 30 minutes. Where they are more, the rest of them is not counted at all: what is ranked is then a sample, but no reload counts.</param>
public sealed class RecentReaders(TimeProvider clock, int most = RecentReaders.Most)
{
    /// <summary>Readings remembered in 30 minutes; two such spans are kept, 200,000 in all, in 4 MB.</summary>
    public const int Most = 100_000;

    private const long SpanSeconds = 30 * 60;

    private readonly ReaderHash _hash = new();
    private Pair _spans = new(new Span(long.MinValue, most), new Span(long.MinValue, most));

    /// <summary>Notes a reading.</summary>
    /// <param name="address">The reader's address; null where the connection has none.</param>
    /// <param name="agent">The reader's browser.</param>
    /// <param name="article">The article.</param>
    /// <returns>True for the first in a while.</returns>
    public bool IsFirst(IPAddress? address, ReadOnlySpan<char> agent, long article)
    {
        var (now, before) = Spans();
        var reader = _hash.Of(address, agent, article);
        return !before.Holds(before.Hash.Of(reader)) && now.Add(now.Hash.Of(reader));
    }

    private Pair Spans()
    {
        var number = clock.GetUtcNow().ToUnixTimeSeconds() / SpanSeconds;
        while (true)
        {
            var pair = Volatile.Read(ref _spans);
            if (pair.Now.Number >= number)
            {
                return pair;
            }

            // Each span has a key of its own: with the key goes the last trace of who it was.
            var next = new Pair(new Span(number, most), pair.Now.Number == number - 1 ? pair.Now : new Span(number - 1, most));
            Interlocked.CompareExchange(ref _spans, next, pair);
        }
    }

    private sealed record Pair(Span Now, Span Before);

    // Open addressing with at least half of the slots free: a look-up is one or two of them, and nobody waits.
    private sealed class Span(long number, int most)
    {
        private ulong[]? _slots;
        private int _count;

        public long Number { get; } = number;

        public ReaderHash Hash { get; } = new();

        public bool Holds(ulong reader) => _slots is { } slots && slots[Place(slots, reader)] == reader;

        public bool Add(ulong reader)
        {
            var slots = _slots ?? Interlocked.CompareExchange(ref _slots, new ulong[2 * System.Numerics.BitOperations.RoundUpToPowerOf2((uint)most)], null) ?? _slots!;
            while (true)
            {
                var place = Place(slots, reader);
                if (Volatile.Read(ref slots[place]) == reader || Volatile.Read(ref _count) >= most)
                {
                    return false;
                }

                var found = Interlocked.CompareExchange(ref slots[place], reader, 0);
                if (found == 0)
                {
                    Interlocked.Increment(ref _count);
                    return true;
                }

                if (found == reader)
                {
                    return false;
                }
            }
        }

        // Where the reader is, or would be.
        private static int Place(ulong[] slots, ulong reader)
        {
            var mask = slots.Length - 1;
            var place = (int)(reader & (ulong)mask);
            while (Volatile.Read(ref slots[place]) is var found && found != 0 && found != reader)
            {
                place = (place + 1) & mask;
            }

            return place;
        }
    }
}
