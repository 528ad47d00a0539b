using System.Net;
using System.Text;

namespace NewsPortal.Core.Finding.Hot.Logs;

/// <summary>Tells a first reading in a log from the same reader's reload within 30 minutes. What it remembers is hashes, in memory, for as long as a log is read.</summary>
internal sealed class LoggedReaders
{
    private const long SpanSeconds = 30 * 60;
    private const int LeastSwept = 200_000;

    // 4 million readings in half an hour are more than a log of one site holds; beyond them nothing more is counted.
    private const int Most = 4_000_000;

    private readonly ReaderHash _hash = new();
    private readonly Dictionary<ulong, long> _seen = [];
    private int _sweepAt = LeastSwept;

    /// <summary>Notes a reading.</summary>
    /// <param name="line">The line.</param>
    /// <param name="article">The article.</param>
    /// <returns>True for the first in 30 minutes.</returns>
    public bool IsFirst(AccessLogLine line, long article)
    {
        var second = line.At.ToUnixTimeSeconds();
        var reader = IPAddress.TryParse(line.Reader, out var address)
            ? _hash.Of(address, line.Agent, article)
            : _hash.Of(Encoding.Latin1.GetBytes(line.Reader), line.Agent, article);
        if (_seen.TryGetValue(reader, out var before) && Math.Abs(second - before) < SpanSeconds)
        {
            return false;
        }

        if (_seen.Count >= _sweepAt)
        {
            Sweep(second);
        }

        if (_seen.Count >= Most)
        {
            return false;
        }

        _seen[reader] = second;
        return true;
    }

    // Logs run forward in time, so what lies half an hour back is not asked for again.
    private void Sweep(long second)
    {
        foreach (var (reader, at) in _seen)
        {
            if (Math.Abs(second - at) >= SpanSeconds)
            {
                _seen.Remove(reader);
            }
        }

        _sweepAt = Math.Max(LeastSwept, 2 * _seen.Count);
    }
}
