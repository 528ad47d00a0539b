namespace NewsPortal.Web.Serving.Kept;

/// <summary>Estimates how often something was asked for lately, in a fixed space, however many different things are asked for.</summary>
/// <remarks>
/// A count-min sketch of small counters that are halved now and then (Einziger, Friedman and Manes, "TinyLFU: A Highly
/// Efficient Cache Admission Policy", ACM Transactions on Storage 13, 2017). Counts made at once may lose one another: it is
/// an estimate.
/// </remarks>
internal sealed class FrequencySketch
{
    private const int Rows = 4;
    private const byte Most = 15;

    private readonly byte[] _counts;
    private readonly int _mask;
    private readonly int _period;
    private int _added;

    /// <summary>Makes one.</summary>
    /// <param name="things">How many things are told apart well.</param>
    public FrequencySketch(int things)
    {
        var width = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, things));
        _counts = new byte[Rows * width];
        _mask = width - 1;
        _period = 5 * width;
    }

    /// <summary>Counts one asking.</summary>
    /// <param name="hash">The thing's hash.</param>
    public void Add(int hash)
    {
        var isCounted = false;
        for (var row = 0; row < Rows; row++)
        {
            ref var count = ref _counts[Place(hash, row)];
            if (count < Most)
            {
                count++;
                isCounted = true;
            }
        }

        // What is asked for all the time stands at its most, and writes nothing: no two processors wait for one another.
        if (isCounted && Interlocked.Increment(ref _added) == _period)
        {
            Halve();
        }
    }

    /// <summary>How often it was asked for lately, 15 at most; never too few but for ageing.</summary>
    /// <param name="hash">The thing's hash.</param>
    public int Estimate(int hash)
    {
        var least = (int)Most;
        for (var row = 0; row < Rows; row++)
        {
            least = Math.Min(least, _counts[Place(hash, row)]);
        }

        return least;
    }

    private void Halve()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] >>= 1;
        }

        Volatile.Write(ref _added, 0);
    }

    // A row's own odd multiplier spreads the hash over all bits; the upper ones are the good ones.
    private int Place(int hash, int row)
    {
        ReadOnlySpan<ulong> multipliers = [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93];
        return (row * (_mask + 1)) + (int)((((uint)hash + 1) * multipliers[row] >> 32) & (uint)_mask);
    }
}
