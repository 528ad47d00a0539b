using System.Text.Json;
using NewsPortal.Core.Importing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Outside;

public sealed class EncodingBenchTests
{
    [BenchFact]
    public void Every_clean_text_is_read_exactly_and_every_damaged_one_nearly()
    {
        var folder = Environs.InBench("extraction", "encoding");
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "truth.json")));
        var wrong = new List<string>();
        foreach (var file in truth.RootElement.EnumerateObject())
        {
            var text = TextDecoder.Decode(File.ReadAllBytes(Path.Combine(folder, "files", file.Name))).Text;
            var wanted = file.Value.GetProperty("text").GetString()!;
            var damaged = file.Value.GetProperty("damaged").GetBoolean();
            if (damaged ? Differences(text, wanted) > 8 : text != wanted) wrong.Add(file.Name);
        }

        Assert.Empty(wrong);
    }

    // Characters outside what both share, found by going on at the next run of three equal ones.
    private static int Differences(string a, string b)
    {
        int i = 0, j = 0, count = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                i++;
                j++;
                continue;
            }

            var (skipA, skipB) = Resume(a, i, b, j);
            count += Math.Max(skipA, skipB);
            i += skipA;
            j += skipB;
        }

        return count + Math.Abs(a.Length - i - (b.Length - j));
    }

    private static (int A, int B) Resume(string a, int i, string b, int j)
    {
        for (var sum = 1; sum < 30; sum++)
            for (var x = 0; x <= sum; x++)
                if (i + x + 3 <= a.Length && j + sum - x + 3 <= b.Length && string.CompareOrdinal(a, i + x, b, j + sum - x, 3) == 0) return (x, sum - x);
        return (1, 1);
    }
}
