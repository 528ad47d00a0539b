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
        // Time and memory are watched over by the workshop; that no picture comes near its limits is seen here.
        using var workshop = new PictureWorkshop();
        workshop.Clean(APicture.Jpeg());
        var taken = 0;
        foreach (var line in File.ReadLines(Environs.InBench("badinput", "images.jsonl")))
        {
            using var item = JsonDocument.Parse(line);
            var name = $"{item.RootElement.GetProperty("id")} {item.RootElement.GetProperty("name")}";
            var bytes = item.RootElement.TryGetProperty("b64", out var b64) ? b64.GetBytesFromBase64() : System.Text.Encoding.UTF8.GetBytes(item.RootElement.GetProperty("in").GetString()!);
            try
            {
                var clean = workshop.Clean(bytes);
                FileParts.AssertBare(clean.Bytes, name);
                Assert.True((long)clean.Width * clean.Height <= PictureDecoder.MostPixels, name);
                taken++;
            }
            catch (RefusedPictureException refused)
            {
                Assert.True(refused.Message.Length > 10 && !refused.Message.Contains('\n', StringComparison.Ordinal), $"{name}: {refused.Message}");
                Assert.DoesNotContain("breaks the decoder", refused.Message, StringComparison.Ordinal);
            }
        }

        Assert.True(taken > 20, $"only {taken} were taken");
    }
}
