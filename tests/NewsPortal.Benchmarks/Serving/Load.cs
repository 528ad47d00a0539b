using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Benchmarks.Serving;

/// <summary>Asks a server for a list of addresses, one after the other, as fast as it answers: by wrk, on the machine's second processor.</summary>
internal static partial class Load
{
    private const string Script =
        """
        local paths = {}
        for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
        local at = math.random(#paths)
        function request()
          at = at % #paths + 1
          local tag = paths[at]:match("\t(.*)$")
          local path = paths[at]:match("^[^\t]*")
          local headers = { ["Accept-Encoding"] = "gzip", ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" }
          if tag then headers["If-None-Match"] = tag end
          return wrk.format("GET", path, headers)
        end
        """;

    /// <summary>Runs it.</summary>
    /// <param name="server">The server.</param>
    /// <param name="paths">A file of addresses, one in a line; behind a tab stands the tag that the client has.</param>
    /// <param name="seconds">For how long.</param>
    public static async Task<LoadResult> RunAsync(MeasuredServer server, string paths, int seconds)
    {
        var script = paths + ".lua";
        await File.WriteAllTextAsync(script, Script);
        var start = new ProcessStartInfo("taskset", ["-c", "1", "wrk", "-t1", "-c32", FormattableString.Invariant($"-d{seconds}"), "--latency", "-s", script, server.Address.ToString()]) { RedirectStandardOutput = true };
        start.Environment["PATHS"] = paths;
        var before = server.ProcessorSeconds;
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var used = server.ProcessorSeconds - before;
        var requests = Number(Requests().Match(said));
        return requests == 0 || Errors().IsMatch(said)
            ? throw new InvalidOperationException($"The load did not go through: {said}")
            : new LoadResult(Number(Rate().Match(said)), 1e6 * used / requests, Milliseconds(Slowest().Match(said)));
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static double Milliseconds(Match match) => Number(match) * match.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 };

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slowest();

    [GeneratedRegex("Non-2xx or 3xx|Socket errors")]
    private static partial Regex Errors();
}

/// <summary>What a load came to.</summary>
/// <param name="Rate">Requests a second.</param>
/// <param name="Cost">Processor time of the server for a request, in microseconds.</param>
/// <param name="P99">What one request in a hundred took longer than, in milliseconds.</param>
internal sealed record LoadResult(double Rate, double Cost, double P99);
