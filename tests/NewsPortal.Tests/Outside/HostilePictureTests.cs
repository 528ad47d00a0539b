using System.Diagnostics;
using System.Text.Json;
using NewsPortal.Core.Media;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Outside;

public sealed class HostilePictureTests
{
    [BenchFact]
    public void Hostile_pictures_are_refused_with_a_reason_or_come_out_bare_within_two_seconds_and_256_megabytes()
    {
        PictureCleaner.Clean(APicture.Jpeg());
        var before = Memory("VmRSS");
        var taken = 0;
        foreach (var line in File.ReadLines(Environs.InBench("badinput", "images.jsonl")))
        {
            using var item = JsonDocument.Parse(line);
            var name = $"{item.RootElement.GetProperty("id")} {item.RootElement.GetProperty("name")}";
            var bytes = item.RootElement.TryGetProperty("b64", out var b64) ? b64.GetBytesFromBase64() : System.Text.Encoding.UTF8.GetBytes(item.RootElement.GetProperty("in").GetString()!);
            var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            try
            {
                var clean = PictureCleaner.Clean(bytes);
                FileParts.AssertBare(clean.Bytes, name);
                Assert.True((long)clean.Width * clean.Height <= PictureDecoder.MostPixels, name);
                taken++;
            }
            catch (RefusedPictureException refused)
            {
                Assert.True(refused.Message.Length > 10 && !refused.Message.Contains('\n', StringComparison.Ordinal), $"{name}: {refused.Message}");
            }

            // The clock runs on while other programs have the cores, the processor's time while other tests have them.
            var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
            Assert.True(Math.Min(clock.Elapsed.TotalSeconds, spent.TotalSeconds) < 2, $"{name}: {clock.Elapsed}");
        }

        Assert.True(taken > 20, $"only {taken} were taken");
        Assert.True(Memory("VmHWM") - before < 256 * 1024, $"{Memory("VmHWM")} kB at most, {before} kB before");
    }

    // Kilobytes, as Linux counts them.
    private static long Memory(string what) =>
        long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith(what, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], null);
}
