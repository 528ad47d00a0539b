using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsPortal.Core.Media;

/// <summary>
/// A process of its own for untrusted pictures. Whatever one of them does to the native decoders, this process does not end
/// with it; time and memory are those of the picture alone, as the operating system counts them.
/// </summary>
internal sealed class PictureProcess : IDisposable
{
    /// <summary>Processor time, not the clock's: a busy machine must not refuse what an idle one takes.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(2);

    /// <summary>The most memory a picture may take, in bytes.</summary>
    public const long MostMemory = 256L * 1024 * 1024;

    // For a process that waits for something that will never come.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly BinaryReader _answers;
    private readonly BinaryWriter _requests;
    private readonly long _atRest;
    private volatile bool _isDecoded;

    // From each request until its answer is complete. A process that was ended is not seen to have ended at once, and must
    // not be given the next picture.
    private bool _isSpent;
    private bool _isStopped;

    private PictureProcess(Process process)
    {
        _process = process;
        _answers = new BinaryReader(process.StandardOutput.BaseStream, Encoding.UTF8);
        _requests = new BinaryWriter(process.StandardInput.BaseStream, Encoding.UTF8);
        process.BeginErrorReadLine();
        if (_answers.ReadByte() != PictureBench.Ready)
        {
            throw new IOException("The decoder did not start.");
        }

        process.Refresh();
        _atRest = process.WorkingSet64;
    }

    /// <summary>Its number in the operating system.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it may be given another picture: it lives, and the last one left little behind.</summary>
    public bool IsFresh
    {
        get
        {
            _process.Refresh();
            return !_isSpent && !_process.HasExited && _process.WorkingSet64 - _atRest < MostMemory / 4;
        }
    }

    /// <summary>Starts one.</summary>
    /// <exception cref="IOException">It does not start.</exception>
    public static PictureProcess Start()
    {
        var (file, arguments) = Program();
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSecret).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
            return new PictureProcess(process);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or EndOfStreamException)
        {
            process?.Dispose();
            throw new IOException($"The decoder of pictures cannot be started ({file}): {e.Message}", e);
        }
    }

    /// <summary>Whether a variable of the environment may tell where the store is or how to get in: a decoder has no use for it.</summary>
    /// <param name="name">The variable's name; two underscores part the sections of a setting, <c>PG…</c> is PostgreSQL's own.</param>
    internal static bool IsSecret(string name) =>
        name.Contains("__", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
        || name.Contains("CONNSTR_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("PG", StringComparison.OrdinalIgnoreCase);

    /// <summary>Cleans a picture.</summary>
    /// <param name="bytes">The bytes as they came.</param>
    /// <exception cref="RefusedPictureException">It is no picture that we decode, damaged, or needs too much time or memory.</exception>
    /// <exception cref="IOException">The process broke off.</exception>
    public CleanPicture Clean(byte[] bytes)
    {
        (_isDecoded, _isSpent) = (false, true);
        var exchange = Task.Run(() => Exchange(bytes));
        try
        {
            Watch(exchange);
            var clean = exchange.GetAwaiter().GetResult();
            _isSpent = false;
            return clean;
        }
        catch (RefusedPictureException) when (exchange.IsFaulted && exchange.Exception.InnerException is RefusedPictureException)
        {
            // The decoder said so itself, and waits for the next one.
            _isSpent = _isStopped;
            throw;
        }
        catch (InvalidOperationException e)
        {
            // Asked for its time after its end.
            throw new IOException("The decoder broke off.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        _process.Dispose();
    }

    private void Watch(Task exchange)
    {
        var clock = Stopwatch.StartNew();
        var (since, wasDecoded) = (_process.TotalProcessorTime, false);
        while (Task.WaitAny([exchange], Glance) < 0)
        {
            _process.Refresh();
            if (_process.HasExited)
            {
                break;
            }

            if (_isDecoded && !wasDecoded)
            {
                (since, wasDecoded) = (_process.TotalProcessorTime, true);
            }

            if (_process.TotalProcessorTime - since > LongestStep || clock.Elapsed > LongestWait)
            {
                throw Stopped($"the picture was not {(wasDecoded ? "encoded" : "decoded")} within {LongestStep.TotalSeconds} s; save it smaller or in a simpler form");
            }

            if (_process.WorkingSet64 - _atRest > MostMemory)
            {
                throw Stopped($"the picture needs more than {MostMemory / 1024 / 1024} MB of memory; save it smaller or in a simpler form");
            }
        }
    }

    private CleanPicture Exchange(byte[] bytes)
    {
        _requests.Write(bytes.Length);
        _requests.Write(bytes);
        _requests.Flush();
        return PictureAnswer.Read(_answers, () => _isDecoded = true);
    }

    private RefusedPictureException Stopped(string reason)
    {
        _isStopped = true;
        _process.Kill();
        return new RefusedPictureException(reason);
    }

    // The program itself: beside this assembly, or around it where everything is one file.
    private static (string File, string[] Arguments) Program()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "newsportal.dll");
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(program) && File.Exists(runtime)
            ? (runtime, [program, PictureBench.Verb])
            : (Environment.ProcessPath ?? "newsportal", [PictureBench.Verb]);
    }
}
