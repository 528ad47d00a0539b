using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NewsPortal.Benchmarks.Serving;

/// <summary>A server in a process of its own, on the machine's first processor, whose processor time is read from the system.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    // Linux counts processor time in hundredths of a second (USER_HZ).
    private const double TicksPerSecond = 100;

    private readonly Process _process;

    private MeasuredServer(Process process, int port)
    {
        _process = process;
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}"));
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>How long it took until it answered, in seconds.</summary>
    public double StartSeconds { get; private set; }

    /// <summary>Processor time that it has used, in seconds.</summary>
    public double ProcessorSeconds
    {
        get
        {
            var stat = File.ReadAllText(FormattableString.Invariant($"/proc/{_process.Id}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    /// <summary>Memory of its own that it holds, without mapped files, in bytes.</summary>
    public long AnonymousBytes => File.ReadLines(FormattableString.Invariant($"/proc/{_process.Id}/smaps_rollup"))
        .Where(l => l.StartsWith("Anonymous:", StringComparison.Ordinal))
        .Sum(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024);

    /// <summary>Starts one, and waits until it answers.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments for a port.</param>
    /// <param name="asked">The page that it must answer.</param>
    /// <param name="folder">Where it works.</param>
    public static async Task<MeasuredServer> StartAsync(string program, Func<int, IEnumerable<string>> arguments, string asked, string folder)
    {
        var port = FreePort();
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("taskset", ["-c", "0", program, .. arguments(port)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} does not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new MeasuredServer(process, port);
        using var client = new HttpClient { BaseAddress = server.Address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(asked);
                answer.EnsureSuccessStatusCode();
                server.StartSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
                return server;
            }
            catch (HttpRequestException e) when (e.StatusCode is null or System.Net.HttpStatusCode.ServiceUnavailable && !process.HasExited)
            {
                await Task.Delay(5);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
